"""The pages: complete without scripts, each from one template and plain values.

`routes` are the addresses that are pages only; `answer` chooses the page in a reader process;
`render` turns what is told into HTML. What a page says is gathered where a reader would look for
it: `things` and the search for them, `questions`, `bodies` and their areas, views `over_time`, the
`reference` to the graph itself, and documents `reviewed`. All of them put it into `words`. Nothing
here knows SPARQL: queries are in `queries/inside`. The style sheet is `assets/style`, part by
part: colours and measures, the page, forms, what is told, pictures, and paper.
"""
