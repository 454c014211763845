// What is shown where the page cannot run or has stopped (index.html has the words).

/**
 * Shows one of the messages that stand ready in the page, above all that can still be read (style/reading.css).
 * @param {"crashed" | "missing" | "unsupported"} why
 * @param {string} [detail]
 */
export const show = (why, detail) => {
  document.getElementById("loading")?.remove();
  const block = document.getElementById(why === "unsupported" ? why : "crash");
  for (const reason of ["crashed", "missing"]) document.getElementById(reason).hidden = reason !== why;
  if (detail !== undefined) document.getElementById("crash-detail").textContent = detail;
  block.hidden = false;
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
