/** A button beside each citation that copies it. Without this, a click selects all of it. */

for (const citation of document.querySelectorAll<HTMLElement>(".cite")) {
  const button = document.createElement("button");
  const told = document.createElement("span");
  button.type = "button";
  button.textContent = "Copy";
  told.className = "small";
  told.setAttribute("role", "status");
  button.addEventListener("click", () => {
    const words = (citation.textContent ?? "").trim();
    navigator.clipboard.writeText(words).then(
      () => {
        told.textContent = "Copied";
      },
      () => {
        getSelection()?.selectAllChildren(citation);
        told.textContent = "Selected: copy it with your keyboard";
      },
    );
  });
  const row = document.createElement("p");
  row.className = "send";
  row.append(button, told);
  citation.after(row);
}
