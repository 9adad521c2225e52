// Says in words when a device could not show a passkey, and takes the buttons away where there is nothing to press them for.
const failed = document.querySelector("[data-passkey-failed]");

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  if (failed) failed.hidden = false;
});

for (const part of document.querySelectorAll("[data-passkey]")) part.hidden = !("PublicKeyCredential" in window);
