"""What each kind of file comes to: its words, and what it says of itself."""

from itertools import zip_longest

import pytest
from docx import Document
from docx.oxml import parse_xml

from kg.documents.mentions.read import read_mentions
from kg.documents.record.given import Given
from kg.documents.record.model import Place, TextRecord
from kg.documents.record.read import read_data
from tests.kg.documents.record.files import LEFT, PAGE, RIGHT, RTF, Line, column, pdf, saved, word

NEWS = (
    "A merger is off\r\n28 March 2019\r\nBy Ann Example\r\n\r\nFifty\u00a0per cent said no. \r\r\n"
)
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def test_a_plain_text_is_kept_to_the_last_sign() -> None:
    record = read_data(NEWS.encode(), "news")

    assert record.text == NEWS
    assert record.digest == record.source_digest
    assert record.id == record.digest[:12]


def test_a_plain_text_says_when_and_by_whom_in_its_first_lines() -> None:
    record = read_data(NEWS.encode(), "news")

    assert (record.title, record.issued, record.author) == (
        "A merger is off", "2019-03-28", "Ann Example",
    )  # fmt: skip
    assert record.bases == {"title": "inferred", "issued": "stated", "author": "stated"}


def test_what_a_person_gives_counts_more_than_what_the_file_says() -> None:
    given = Given.checked(title="Off", issued="2019-04", publisher="The Trade", kind="news")

    record = read_data(NEWS.encode(), "news", given=given)

    assert (record.title, record.issued, record.publisher) == ("Off", "2019-04", "The Trade")
    assert record.bases == {
        "author": "stated", "title": "givenByUser", "issued": "givenByUser",
        "publisher": "givenByUser", "kind": "givenByUser",
    }  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_text_is_the_same_in_every_encoding(encoding: str) -> None:
    text = "‘Nobody’ lost £3m — or 50\u00a0%.\r\nThe café’s owner did.\n"

    assert read_data(text.encode(encoding), "news").text == text


def test_a_place_is_told_by_line_and_page() -> None:
    record = read_data(pdf([column(50, 780, LEFT), column(50, 780, RIGHT)]), "paper")

    assert record.place(record.text.index("Bromley")) == Place(1, 1)
    assert record.place(record.text.index("debate")) == Place(4, 1)
    assert record.place(record.text.index("Yorkshire")) == Place(7, 2)


def test_a_page_gives_its_article_and_what_it_says_of_itself() -> None:
    record = read_data(PAGE.encode(), "page")

    assert "Nobody lost by it,” said Dr Jane Example" in record.text
    assert not [each for each in ("cookies", "All news", "rights", "secret") if each in record.text]
    assert (record.title, record.author, record.issued, record.publisher, record.address) == (
        "Two groups merge", "Ann Example", "2019-03-28", "The Trade",
        "https://trade.example/two-groups-merge",
    )  # fmt: skip
    assert set(record.bases.values()) == {"inMetadata"}


def test_a_page_is_read_in_the_encoding_that_it_names() -> None:
    # Latin-1 has no quotation marks of this shape: browsers read it as Windows-1252.
    page = PAGE.replace('charset="utf-8"', 'charset="iso-8859-1"').encode("cp1252")

    assert "“Nobody lost by it,”" in read_data(page, "page").text


def test_columns_are_read_one_after_the_other_though_drawn_line_by_line() -> None:
    head = Line(50, 800, "A paper on mergers in two parts of England, for all who follow them")
    left, right = column(50, 780, LEFT), column(310, 780, RIGHT)
    both = [each for row in zip_longest(left, right) for each in row if each]

    record = read_data(pdf([[head, *both]]), "paper")

    assert record.text.split("\n") == [head.text, "", *LEFT, *RIGHT]


def test_a_line_across_ends_the_columns_above_it() -> None:
    middle = Line(
        50, 700, "What the two groups in the north of England said of it in September 2019"
    )
    above = [*column(50, 780, LEFT[:4]), *column(310, 780, RIGHT[:4])]
    below = [*column(310, 680, LEFT), *column(50, 680, RIGHT)]

    record = read_data(pdf([[*below, middle, *above]]), "paper")

    lines = [each for each in record.text.split("\n") if each]
    assert lines == [*LEFT[:4], *RIGHT, middle.text, *RIGHT, *LEFT]


def test_three_columns_are_read_from_left_to_right() -> None:
    columns = [[words[:22] for words in texts] for texts in (LEFT, RIGHT, LEFT[::-1])]
    drawn = [line for texts, x in zip(columns, (40, 220, 400), strict=True)
             for line in column(x, 780, texts)]  # fmt: skip

    record = read_data(pdf([sorted(drawn, key=lambda line: -line.y)]), "paper")

    assert record.text.split("\n") == [each.strip() for texts in columns for each in texts]


def test_cells_of_a_table_stay_in_their_rows() -> None:
    rows = [Line(x, 780 - 12 * row, f"{word} {row}") for row in range(6)
            for x, word in ((50, "Group"), (200, "Patients"), (350, "Practices"))]  # fmt: skip

    record = read_data(pdf([rows]), "paper")

    assert record.text.split("\n")[0] == "Group 0 Patients 0 Practices 0"


def test_a_wide_gap_between_lines_begins_a_paragraph() -> None:
    lines = [*column(50, 780, LEFT[:4]), *column(50, 710, LEFT[4:])]

    record = read_data(pdf([lines]), "paper")

    assert record.text == "\n".join(LEFT[:4]) + "\n\n" + "\n".join(LEFT[4:])


def test_running_heads_and_page_numbers_are_told_apart() -> None:
    pages = [
        [Line(50, 820, "Papers of the governing body"), *column(50, 780, texts),
         Line(280, 30, f"Page {number} of 3")]
        for number, texts in enumerate((LEFT, RIGHT, LEFT[2:]), 1)
    ]  # fmt: skip

    record = read_data(pdf(pages), "paper")

    told = [record.text[start:end] for start, end in record.furniture]
    assert told == [
        each for number in (1, 2, 3)
        for each in ("Papers of the governing body", f"Page {number} of 3")
    ]  # fmt: skip
    assert [record.text[each:][:28] for each in record.pages] == [
        "Papers of the governing body"
    ] * 3


def test_the_title_of_a_pdf_counts_unless_a_program_made_it_up() -> None:
    def title(info: bytes) -> tuple[str, str]:
        record = read_data(pdf([column(50, 780, LEFT)], info=info), "paper")
        return record.title, record.bases.get("title", "")

    assert title(b"<< /Title (Two groups merge) >>") == ("Two groups merge", "inMetadata")
    assert title(b"<< /Title (Microsoft Word - 7.docx) >>") == ("", "")


def test_a_word_file_gives_paragraphs_lists_and_tables() -> None:
    document = Document()
    document.core_properties.author = "Ann Example"
    document.add_heading("Two groups merge")
    document.add_paragraph("NHS England agreed.", style="List Bullet")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Bexley CCG", "232,000"

    record = read_data(saved(document), "paper")

    assert record.text == "Two groups merge\n• NHS England agreed.\nBexley CCG\t232,000"
    assert (record.author, record.bases["author"]) == ("Ann Example", "inMetadata")


def test_words_put_in_are_read_and_words_struck_out_are_not() -> None:
    document = Document()
    paragraph = document.add_paragraph("The merger will")
    for kind, sign, words in (("del", "delText", " not"), ("ins", "t", " surely")):
        run = f'<w:r><w:{sign} xml:space="preserve">{words}</w:{sign}></w:r>'
        change = f'<w:{kind} xmlns:w="{WORDS}" w:id="1" w:author="A">{run}</w:{kind}>'
        paragraph._p.append(parse_xml(change))
    paragraph.add_run(" happen.")

    assert read_data(saved(document), "paper").text == "The merger will surely happen."


def test_an_rtf_file_gives_its_words_and_what_it_says_of_itself() -> None:
    record = read_data(RTF, "note")

    assert record.text == "Bexley CCG’s chair said “no”.\nFifty\u00a0per cent agreed.\n"
    assert (record.title, record.author) == ("Note of a meeting", "Ann Example")


def test_a_file_is_known_by_its_bytes() -> None:
    files = (PAGE.encode(), pdf([column(50, 780, LEFT)]), word(LEFT), RTF, NEWS.encode())

    assert [read_data(each, "file.txt").media.rpartition("/")[2][:8] for each in files] == [
        "html", "pdf", "vnd.open", "rtf", "plain",
    ]  # fmt: skip


@pytest.mark.parametrize("data", [PAGE.encode(), pdf([column(50, 780, LEFT)]), word(LEFT), RTF])
def test_reading_twice_gives_the_same(data: bytes) -> None:
    assert read_data(data, "file") == read_data(data, "file")


def test_a_running_head_is_no_part_of_a_paragraph() -> None:
    pages = [
        [Line(50, 820, "Papers of the governing body"), *column(50, 780, texts)]
        for texts in (LEFT, LEFT[1:], RIGHT)
    ]
    record = read_data(pdf(pages), "paper")

    read = read_mentions(record.text, furniture=record.furniture).segments

    told = [record.text[each.span.start : each.span.end] for each in read if each.reason]
    assert told == ["Papers of the governing body"] * 3
    assert [each.kind for each in read].count("paragraph") >= 3


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\ufeff\r\n Two  merge \r\n\r\nThey do.", "Two merge"),
        ("Two groups will\nmerge next year", ""),
        ("They merged.\nIt was long ago.", ""),
        ("A word and " * 9, ""),
        ("", ""),
    ],
)
def test_a_first_line_is_the_title_where_it_looks_like_one(text: str, title: str) -> None:
    assert TextRecord.of(text).title == title


def test_a_running_head_is_no_title() -> None:
    assert TextRecord.of("Papers\nTwo merge\n\nThey do.", furniture=((0, 6),)).title == "Two merge"
