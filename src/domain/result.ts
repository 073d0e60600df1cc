/** Refusals are values from a closed set of reasons; defects are throws. */
export type Result<T, R extends string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refused: R }

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function refused<R extends string>(reason: R): { readonly ok: false; readonly refused: R } {
  return { ok: false, refused: reason }
}
