import { drawing } from './signs.tsx'

/** 桶满了: a bin whose lid no longer shuts. */
export const Heaped = drawing('M5 11h14l-1.2 10H6.2zM3 11h18M6 8a3 3 0 0 1 5-2 3.4 3.4 0 0 1 6 2')
/** 袋子放桶外: a bin, and a tied bag on the ground beside it. */
export const BesideBin = drawing(
  'M2 8h10M3 8l.8 13h6.4L11 8M5 8V5h4v3M18 13c-2.2 1.2-3.5 3-3.5 5 0 1.8 1 3 2.5 3h3c1.5 0 2.5-1.2 2.5-3 0-2-1.3-3.8-3.5-5zM17 13l-.7-2 1.7.7 1.7-.7-.7 2',
)
/** 投错桶: an arrow that ends before a crossed bin. */
export const WrongBin = drawing(
  'M8 11h13l-1.2 10H9.2zM6.5 11h16M2 3h5a5 5 0 0 1 5 5M9.5 5.5 12 8l2.5-2.5M12 14l5 4M17 14l-5 4',
)
/** 翻桶撒一地: a bin on its side and what fell out of it. */
export const Scattered = drawing('M9 4l12 2.5v9L9 18zM9 4v14M3 21h.01M7 21h.01M11 21h.01M4 17h.01M5 12h.01')
/** 碎玻璃: shards. */
export const Shards = drawing('M12 2l5 7-3 4 4 1-2 7H6l4-6-5-2zM10 15l4-2')
