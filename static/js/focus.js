// data-focus: where a reader should land when the page opens, such as the list of what went wrong.
document.querySelector("[data-focus]")?.focus();
