import { drawing } from './signs.tsx'

/** A bag held upside down over what falls out of it. */
export const Tipping = drawing(
  'M7 3h10l2 3c1.5 3 0 6-3 8H8c-3-2-4.5-5-3-8zM10 14v1M14 14v1M8 18h.01M12 18h.01M16 18h.01M10 21h.01M14 21h.01',
)
/** A bag with a knot. */
export const TiedBag = drawing(
  'M9 7C6 9 4 13 4 16.5 4 19.5 6 21 8 21h8c2 0 4-1.5 4-4.5C20 13 18 9 15 7M9 7 7.5 3.5l2.5 1 2-1 2 1 2.5-1L15 7H9',
)
/** A bag with nothing in it. */
export const EmptyBag = drawing(
  'M6 7c-1 5-1.5 9-1 14h14c.5-5 0-9-1-14M6 7h12M9 7V5a3 3 0 0 1 6 0v2M9 13l6 5M15 12l-6 6',
)
/** A wet wipe out of its packet. */
export const Wipe = drawing(
  'M3 12h18v7a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2zM8 12c0-3-2-4-1-8 2 2 4 1 6 0 2-1 3 1 4 0 0 3-1 5-1 8',
)
/** A bowl with what was left in it. */
export const Bowl = drawing(
  'M3 11h18a9 9 0 0 1-6 8.5V21H9v-1.5A9 9 0 0 1 3 11zM8 8c0-2 2-2 2-4M13 8c0-2 2-2 2-4',
)
export const Pearls = drawing(
  'M12 3v7M7 14h.01M12 14h.01M17 14h.01M9.5 17.5h.01M14.5 17.5h.01M12 21h.01M4 10h16',
)
/** A bottle of oil, closed. */
export const Bottle = drawing(
  'M10 2h4v3h-4zM10 5v3c-2 1-3 2.5-3 5v7a2 2 0 0 0 2 2h6a2 2 0 0 0 2-2v-7c0-2.5-1-4-3-5V5M12 12c-1.5 2-2 2.8-2 3.8a2 2 0 0 0 4 0c0-1-.5-1.8-2-3.8z',
)
export const ButtonCell = drawing(
  'M4 10c0-2 3.6-4 8-4s8 2 8 4-3.6 4-8 4-8-2-8-4zM4 10v4c0 2 3.6 4 8 4s8-2 8-4v-4M12 8.5v3M10.5 10h3',
)
export const ClothesBox = drawing('M4 8h16v13H4zM4 8l2-5h12l2 5M8 12h8M9 16l3-1.5 3 1.5')
/** A hard shell with thorns. */
export const Shell = drawing(
  'M12 4c5 0 8 3.5 8 8s-3 8-8 8-8-3.5-8-8 3-8 8-8zM12 4V1.5M6.5 6 5 4M17.5 6 19 4M4 12H1.5M20 12h2.5M6.5 18 5 20M17.5 18l1.5 2M12 20v2.5M9 10h.01M15 10h.01M12 14h.01',
)
export const ThumbsUp = drawing(
  'M7 11v9H4v-9zM7 11l4-8a2.5 2.5 0 0 1 2.5 2.5V9H19a2 2 0 0 1 2 2.3l-1.2 7A2 2 0 0 1 17.8 20H7',
)
