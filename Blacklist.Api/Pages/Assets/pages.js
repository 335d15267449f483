// What every page needs of script; each works without it, too.
"use strict";

// A form is sent once, however often the button is pressed; going back finds it ready again.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  form.setAttribute("aria-busy", "true");
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    form.removeAttribute("aria-busy");
  }
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-print], [data-close]");
  if (button?.matches("[data-print]")) window.print();
  if (button?.matches("[data-close]")) button.closest("dialog").close();
});

// A session that ended, or a second factor that is no longer recent, takes nothing typed with it: show it beside this page, then go on.
document.addEventListener("htmx:responseError", (event) => {
  const { xhr } = event.detail;
  if (xhr.status === 401) document.getElementById(xhr.getResponseHeader("Asked-Step") ?? "session-over")?.showModal();
});

// What somebody typed and has not sent stays in their tab: until it is sent, until they sign out, until somebody else signs in.
const who = document.body.dataset.who;
if (who && sessionStorage.getItem("who") !== who) {
  sessionStorage.clear();
  sessionStorage.setItem("who", who);
}
document.addEventListener("submit", (event) => {
  if (/sign-?out$/i.test(event.target.action)) sessionStorage.clear();
});
for (const sent of document.querySelectorAll("[data-clears]")) {
  for (const key of Object.keys(sessionStorage).filter((key) => key.startsWith("draft."))) {
    if (JSON.parse(sessionStorage.getItem(key)).number === sent.dataset.clears) sessionStorage.removeItem(key);
  }
}
