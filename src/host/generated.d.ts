// What scripts/generated.mjs writes at build time, as the page's scripts import it.

/** What the scripts must know of the page's Rust (src/contract.rs). */
declare module "contract" {
  /** Marks messages, names the element, and begins the keys of the browser's storage. */
  export const name: string;
  /** Of the address. */
  export const version: number;
  /** Of the messages. */
  export const protocol: number;
  /** The greatest height that the page tells a portal. */
  export const highestPx: number;
  /** Of the address, in the order in which they are written. */
  export const keys: string[];
  /** The keys that say only how the page looks. */
  export const looks: string[];
  /** The keys that open a proof. */
  export const proofs: string[];
  /** The keys of what a reader asks. */
  export const question: string[];
  export const languages: string[];
  export const defaultLanguage: string;
  /** The key under which the browser keeps the reader's language. */
  export const savedLanguage: string;
  export const themes: string[];
  export const defaultTheme: string;
  export const modes: string[];
  export const defaultMode: string;
  /** The parts of the page that can be hidden. */
  export const hideable: string[];
  /** The names of all figures. */
  export const figures: string[];
}

/** The check of config.json, made from public/config.schema.json. */
declare module "settings-check" {
  export const check: {
    (settings: unknown): boolean;
    errors?: { instancePath: string; params: { additionalProperty?: string } }[] | null;
  };
  /** What each setting should be; under no name, what the file should be. */
  export const expected: Record<string, string>;
}

/** What a page that is one file has in the place of the files beside it (src/host/one_file.mjs). */
declare var chinaTrialsParts:
  | {
      read: (address: string | URL) => Promise<Response>;
      module: () => Promise<Response>;
      glue: () => Promise<{ default: (options: { module_or_path: string }) => Promise<unknown> }>;
      charts: () => Promise<unknown>;
      settings: () => Promise<Response>;
    }
  | undefined;

/** The door to ECharts (src/host/echarts.mjs). */
declare var chinaTrialsCharts: {
  init: (element: HTMLElement, options: object) => object;
  markup: (size: { width: number; height: number }, option: object) => string;
};

/** The scripts of the release, in a page that is one file. */
declare module "glue";
declare module "charts";
