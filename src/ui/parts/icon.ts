import type { ComponentType, SVGAttributes } from 'preact'

/** What `~icons/lucide/*` gives: a drawing on a 24 grid with 2px round lines. */
export type Icon = ComponentType<SVGAttributes<SVGSVGElement>>
