/* What has not been sent, as cards: what it is, why it waits, what was written, and where there are two versions both. */

const { inWords } = globalThis.alongsideWords;
const TITLES = {
  writing: ["Half written", "wait"],
  waiting: ["Waiting for signal", "wait"],
  later: ["Waiting for signal", "wait"],
  signin: ["Waiting for you to sign in", "wait"],
  mend: ["Something to put right", "stop"],
  differs: ["Two versions", "stop"],
  ended: ["Cannot be sent", "stop"],
  refused: ["Cannot be sent", "stop"],
};
const WHYS = {
  writing: "You have not finished this one.",
  waiting: "It will be sent by itself when there is signal and this site is open.",
  later: "It could not be sent just now. It will be tried again by itself.",
  signin: "Sign in, and it will be sent.",
  refused: "You may not send this now. Your words are still here. Talk to your coordinator.",
  differs: "This was sent before, and said something else. Nothing is lost: both are below. Choose which to keep.",
};
const KINDS = {
  send: (name) => (name ? `A session with ${name}` : "A session"),
  register: (name) => `A register: ${name}`,
  begin: (name) => `A register: ${name || "a group"}`,
  correct: (name) => `Put right: a session with ${name}`,
  add: (name) => `Added: a session with ${name}`,
};

function part(name) {
  return document.getElementById(`kept-${name}`).content.firstElementChild.cloneNode(true);
}

function tableOf({ rows, heads = ["There now", "You wrote"] }) {
  const table = part("versions");
  const [there, yours] = table.querySelectorAll("thead th:not(:first-child)");
  if (heads[0] !== "There now") [there.textContent, yours.textContent] = heads;
  for (const row of rows) {
    const line = table.querySelector("tbody").insertRow();
    line.append(Object.assign(document.createElement("th"), { scope: "row", textContent: row.label }));
    for (const [name, words] of [[heads[0], row.there], [heads[1], row.yours]]) {
      const cell = line.insertCell();
      cell.dataset.label = name;
      cell.textContent = words;
    }
  }
  return table;
}

function factsOf(form, what) {
  return (what.words ?? inWords(form, what.fields)).map(([question, answer]) => {
    const line = part("fact");
    line.querySelector("dt").textContent = question;
    line.querySelector("dd span").textContent = answer;
    return line;
  });
}

/** The card of a kept form, without its buttons. `what` is null where it is locked. */
function cardOf(form, item, what) {
  const card = part("item");
  card.dataset.id = item.id;
  const [words, tone] = TITLES[item.state] ?? TITLES.later;
  const tag = card.querySelector("[data-tag]");
  tag.textContent = words;
  tag.classList.add(`tag--${tone}`);
  card.querySelector("[data-when]").textContent = new Date(item.at).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });
  const why = card.querySelector("[data-why]");
  if (!what) {
    why.textContent = "Sign in to read it, or to change it.";
    card.querySelector("details").remove();
    return card;
  }
  card.querySelector("[data-who]").textContent = (KINDS[what.to] ?? KINDS.send)(what.who);
  why.textContent = (item.state === "differs" && what.say) || (WHYS[item.state] ?? "");
  for (const { sentence } of what.problems ?? []) card.querySelector("[data-problems]").append(Object.assign(document.createElement("li"), { textContent: sentence }));
  card.querySelector("[data-words]").append(...factsOf(form, what));
  card.querySelector("[data-worried]").hidden = !what.fields.some(([name, value]) => name === "worried" && value);
  if (item.state === "differs" && what.rows) {
    card.querySelector("[data-words]").before(tableOf(what));
    card.querySelector("details").open = true;
  }
  return card;
}

globalThis.alongsideCards = { cardOf };
