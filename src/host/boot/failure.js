// What is shown where the page cannot run or has stopped (index.html has the words).

/**
 * Shows one of the messages that stand ready in the page.
 * @param {"crash" | "unsupported"} id
 * @param {string} [detail]
 */
export const show = (id, detail) => {
  document.getElementById("loading")?.remove();
  // The main figures can still be read.
  delete document.documentElement.dataset.asked;
  if (detail !== undefined) document.getElementById("crash-detail").textContent = detail;
  document.getElementById(id).hidden = false;
};

/**
 * An error in a text that can be sent to whoever gives the page.
 * @param {any} error
 */
export const failureReport = (error) =>
  [
    `${error?.name ?? "Error"}: ${error?.message ?? error}`,
    error?.stack ?? "",
    `Page: ${location.href}`,
    `Browser: ${navigator.userAgent}`,
    `Time: ${new Date().toISOString()}`,
  ]
    .filter(Boolean)
    .join("\n");
