// Prints a page to PDF by WebKitGTK itself, whose WebDriver has no command for it. GJS runs this, not Node, and it needs a screen.
// Usage: gjs -m webkit_print.mjs ADDRESS FILE READY; READY is the expression that is true once the page stands.
import Gio from "gi://Gio";
import GLib from "gi://GLib";
import Gtk from "gi://Gtk?version=3.0";
import WebKit from "gi://WebKit2?version=4.1";
import { programArgs } from "system";

/** Milliseconds for each of the three steps: together less than the test has that waits. */
const PATIENCE = 20_000;

const [address, file, ready] = programArgs;

/** @param {number} milliseconds */
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * What comes of a step: its result, or an error that says which one it was.
 * @template T
 * @param {string} step
 * @param {(resolve: (result?: T) => void, reject: (error: Error) => void) => void} start
 * @returns {Promise<T>}
 */
const within = (step, start) => {
  const late = wait(PATIENCE).then(() => Promise.reject(new Error(`not within ${PATIENCE / 1000} s`)));
  return Promise.race([new Promise(start), late]).catch((error) => {
    throw new Error(`${step} ${address}: ${error.message}`);
  });
};

Gio._promisify(WebKit.WebView.prototype, "evaluate_javascript", "evaluate_javascript_finish");
Gtk.init(null);
const view = new WebKit.WebView({ web_context: WebKit.WebContext.new_ephemeral() });
const window = new Gtk.OffscreenWindow({ default_width: 1280, default_height: 900 });
window.add(view);
window.show_all();

await within("loading", (resolve, reject) => {
  view.connect("load-changed", (_view, event) => event === WebKit.LoadEvent.FINISHED && resolve());
  view.connect("load-failed", (_view, _event, _address, error) => reject(error));
  view.connect("web-process-terminated", () => reject(new Error("WebKit's process for the page has ended")));
  view.load_uri(address);
});

await within("waiting for", async (resolve, reject) => {
  const stands = async () => (await view.evaluate_javascript(ready, -1, null, null, null)).to_boolean();
  try {
    while (!(await stands())) await wait(100);
    resolve();
  } catch (error) {
    reject(error);
  }
});

await within("printing", (resolve, reject) => {
  const settings = new Gtk.PrintSettings();
  // The printer that writes files has its name in the reader's language.
  settings.set_printer(GLib.dgettext("gtk30", "Print to File"));
  settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf");
  settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, GLib.filename_to_uri(file, null));
  const paper = new Gtk.PageSetup();
  paper.set_paper_size_and_default_margins(Gtk.PaperSize.new(Gtk.PAPER_NAME_A4));
  const operation = new WebKit.PrintOperation({ web_view: view, print_settings: settings, page_setup: paper });
  operation.connect("failed", (_operation, error) => reject(error));
  operation.connect("finished", () => resolve());
  operation.print();
});
