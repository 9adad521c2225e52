// data-print on a button: prints the page. The button is hidden until this runs, because without it it could do nothing.
document.querySelectorAll("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => print());
});
