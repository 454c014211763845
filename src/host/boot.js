// Starts the WebAssembly module. A file of its own, because a strict policy forbids Trunk's inline loader.
// It must know no file name: Trunk writes hashed ones into the preload links of index.html.

const show = (id, detail) => {
  document.getElementById("loading")?.remove();
  if (detail !== undefined) document.getElementById("crash-detail").textContent = detail;
  document.getElementById(id).hidden = false;
};

const describe = (error) =>
  [
    `${error?.name ?? "Error"}: ${error?.message ?? error}`,
    error?.stack ?? "",
    `Page: ${location.href}`,
    `Browser: ${navigator.userAgent}`,
    `Time: ${new Date().toISOString()}`,
  ]
    .filter(Boolean)
    .join("\n");

const start = async () => {
  const wasm = document.querySelector('link[rel="preload"][type="application/wasm"]').href;
  // Further modulepreload links may belong to snippets of wasm-bindgen.
  const { default: initialise } = await import(wasm.replace(/_bg\.wasm$/, ".js"));
  await initialise({ module_or_path: wasm });
};

if (typeof WebAssembly !== "object") {
  show("unsupported");
} else {
  start().catch((error) => {
    console.error(error);
    // A panic has already written its own, more telling message.
    if (document.getElementById("crash").hidden) show("crash", describe(error));
  });
}
