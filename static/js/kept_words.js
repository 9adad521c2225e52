/* A kept form in words, by the labels of the form on this page. */

const clean = (text) => text.replace(/\s+/g, " ").trim();
const DATES = /_[012]$/;

/** [question, answer] for each question of `form` that `fields` ([name, value] pairs) answers. */
function inWords(form, fields) {
  const rows = new Map();
  for (const [name, value] of fields) {
    if (!value) continue;
    const asked = (named) => [...form.querySelectorAll(`[name="${CSS.escape(named)}"]:not([type="hidden"])`)];
    const mark = name.startsWith("mark_") && !asked(name).length;
    const boxes = asked(mark ? "mark" : name);
    if (!boxes.length) continue;
    const question = mark ? "Who came" : questionOf(boxes[0]);
    const answer = answerOf(boxes, value, mark);
    const before = rows.get(question);
    rows.set(question, before === undefined ? answer : `${before}${DATES.test(name) ? "/" : ", "}${answer}`);
  }
  return [...rows];
}

function questionOf(box) {
  const field = box.closest(".field");
  const words = field.querySelector("fieldset > legend") ?? field.querySelector("label");
  return clean(words.textContent).replace(" (optional)", "");
}

function answerOf(boxes, value, mark) {
  if (boxes[0].tagName === "SELECT") return clean([...boxes[0].options].find((one) => one.value === value)?.textContent ?? value);
  if (boxes[0].type === "checkbox" && boxes.length === 1) return "Yes";
  if (!["radio", "checkbox"].includes(boxes[0].type)) return value;
  const box = boxes.find((one) => one.value === value);
  if (mark) return { attended: "Came", attended_late: "Came late", not_attended: "Did not come" }[value] ?? value;
  return box?.labels?.[0] ? clean(box.labels[0].textContent) : value;
}

/** Put kept answers back into the boxes. */
function fill(form, fields) {
  for (const box of form.elements) {
    if (!box.name || ["submit", "button", "hidden"].includes(box.type)) continue;
    const values = fields.filter(([name]) => name === box.name).map(([, value]) => value);
    if (box.type === "radio") box.checked = values.length ? values.includes(box.value) : box.defaultChecked;
    else if (box.type === "checkbox") box.checked = values.includes(box.value);
    else box.value = values[0] ?? "";
  }
}

globalThis.alongsideWords = { inWords, fill };
