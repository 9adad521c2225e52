// data-narrow-closed on <details open>: on a phone it starts shut, so that what matters comes first.
if (matchMedia("(max-width: 40rem)").matches) {
  document.querySelectorAll("[data-narrow-closed]").forEach((details) => details.removeAttribute("open"));
}
