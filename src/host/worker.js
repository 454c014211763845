// Starts the page's own program in a worker, where it reads what takes long (src/host/background.rs).
// The worker's name is the address of the module, which only the page knows.
const { name: module } = /** @type {{ name: string }} */ (/** @type {unknown} */ (globalThis));
try {
  const { default: initialise } = await import(module.replace(/_bg\.wasm$/, ".js"));
  await initialise({ module_or_path: module });
} catch (error) {
  // A worker's failure is heard by the page when it is nobody's promise.
  setTimeout(() => {
    throw error;
  });
}
