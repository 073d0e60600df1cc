import { drawing } from '#ui/screens/bins/signs.tsx'

/** A roll of paper with its end hanging. */
export const PaperRoll = drawing(
  'M8 4h9c2 0 3.5 2.7 3.5 6s-1.5 6-3.5 6H8M8 4C6 4 4.5 6.7 4.5 10S6 16 8 16s3.5-2.7 3.5-6S10 4 8 4zM8 9.5v1M11.5 11v9h6v-4',
)
/** A box with a tissue standing out of it. */
export const Tissues = drawing('M3 12h18v8H3zM7 12c1-3 0-5 2-8 2 2 3 1 5 3 1 1 1 3 3 5M10 16h4')
/** A face mask with its loops. */
export const Mask = drawing('M6 8c4-2 8-2 12 0v5c-1 4-11 4-12 0zM6 9C3 9 2 13 6 13M18 9c3 0 4 4 0 4M9 11h6')
export const Toothbrush = drawing('M3 17h18M4 17V9h7v8M6.5 9v4M9 9v4M14 17v3M20 17v3h-6')
/** A cloth over a rail. */
export const Towel = drawing('M3 5h18M6 5v14h9V5M15 5v9h3V5M6 15h9')
export const MirrorSign = drawing('M12 3a6 6 0 1 1 0 12 6 6 0 0 1 0-12zM12 15v6M8 21h8M10 8l3-2')
/** A fluorescent tube. */
export const Tube = drawing('M3 9h3v6H3zM18 9h3v6h-3zM6 10h12v4H6zM9 6l-1-2M12 6V3.5M15 6l1-2')
