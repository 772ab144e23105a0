// Types of cohoi-embed.js, for a portal's own editor and checks.

export type CohoiEntity = 'lead' | 'opportunity' | 'account' | 'contact' | 'product' | 'activity';

export interface CohoiRecord {
  entity: CohoiEntity;
  id: string;
  /** What open() takes: "#/leads/…". */
  address: string;
}

export interface CohoiFound extends CohoiRecord {
  title: string;
  /** What tells it from others of the same title: a company, an account. */
  second: string;
}

export interface CohoiEvents {
  /** The frame can be used. Told at once to who asks later. */
  ready: {};
  /** Changed or made, by whomever in the frame, and durably stored. Empty after an import, which is too many to name. */
  saved: { records: CohoiRecord[] };
  /** A lead and the opportunity it became (several pairs when several were converted at once). */
  converted: { records: CohoiRecord[] };
  /** Opportunities that became sales. */
  won: { records: CohoiRecord[] };
  /** Something was refused or failed; in the user's language. */
  error: { message: string };
  /** Where the user is now. */
  navigated: { address: string; title: string };
  /** CSS pixels that the whole page would need. */
  height: { height: number };
}

/** A call that failed. `message` is in the user's language unless `code` is "gone" or "not_allowed". */
export interface CohoiError extends Error {
  readonly name: 'CohoiError';
  readonly code: 'invalid' | 'refused' | 'not_found' | 'conflict' | 'read_only' | 'corrupt' | 'io' | 'internal' | 'gone' | 'not_allowed';
  /** Of "invalid": which value. */
  readonly field: string;
}

/**
 * `<cohoi-crm>`. Attributes: `src` (address of Cohoi; else where this script comes from), `address` ("#/leads"), `screens`
 * ("leads,contacts"), `lang` (vi, en), `theme` (system, light, dark, contrast), `readonly`, `rail` ("0" = none), `sandbox`, `title`.
 */
export interface CohoiCrm extends HTMLElement {
  /** Goes to a place of the frame. */
  open(address: string): Promise<{ address: string }>;
  /** Makes a record as its form would: by the same rules, taken back by Undo. Values as a user types them. */
  create(entity: Exclude<CohoiEntity, 'activity'>, values: Record<string, string>): Promise<CohoiRecord>;
  /** What Cohoi's own search finds, best first, at most 50. */
  find(query: string): Promise<CohoiFound[]>;
  /** The returned function ends it. */
  on<E extends keyof CohoiEvents>(event: E, handler: (detail: CohoiEvents[E]) => void): () => void;
}

declare global {
  interface HTMLElementTagNameMap {
    'cohoi-crm': CohoiCrm;
  }
}
