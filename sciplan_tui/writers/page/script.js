"use strict";
// Each table can be filtered by words (all must be there) in all columns or in one, and sorted by a head: up, down, as it was.
for (const section of document.querySelectorAll("section")) {
  const form = section.querySelector(".filter"), words = form.elements.words, column = form.elements.column;
  const output = form.querySelector("output"), body = section.querySelector("tbody");
  const heads = [...section.querySelectorAll("thead th")], rows = [...body.rows];
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const said = (row, place) => row.cells[place].textContent;
  const whole = new Map();
  const text = (row) => {
    if (!whole.has(row)) whole.set(row, [...row.cells].map((cell) => cell.textContent).join("\n").toLowerCase());
    return whole.get(row);
  };
  let sorted = -1, turned = false;

  const fits = (row, wanted) => {
    if (column.value === "") return wanted.every((word) => text(row).includes(word));
    const cell = said(row, Number(column.value)).toLowerCase();
    return wanted.length ? wanted.every((word) => cell.includes(word)) : cell !== "";
  };

  const filter = () => {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean), all = !wanted.length && column.value === "";
    let heading = null, shown = 0, count = 0;
    for (const row of rows) {
      if (row.className === "heading") {
        row.hidden = !all || sorted >= 0;
        heading = row;
        continue;
      }
      count += 1;
      row.hidden = !all && !fits(row, wanted);
      if (row.hidden) continue;
      shown += 1;
      if (heading && sorted < 0) heading.hidden = false;
    }
    output.textContent = output.dataset.text.replace("#", shown).replace("#", count);
  };

  const sort = (place) => {
    [sorted, turned] = sorted !== place ? [place, false] : turned ? [-1, false] : [place, true];
    const found = sorted < 0 ? rows : [...rows].sort((one, other) => {
      const a = said(one, sorted), b = said(other, sorted);
      if (a === "" || b === "") return (a === "") - (b === "");
      return turned ? order.compare(b, a) : order.compare(a, b);
    });
    body.append(...found);
    heads.forEach((head, at) => head.setAttribute("aria-sort", at !== sorted ? "none" : turned ? "descending" : "ascending"));
    filter();
  };

  heads.forEach((head, place) => head.firstElementChild.addEventListener("click", () => sort(place)));
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    form.reset();
    filter();
  });
  form.hidden = false;
  filter();
}
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || /^(INPUT|SELECT)$/.test(event.target.tagName)) return;
  event.preventDefault();
  document.querySelector(".filter input").focus();
});
