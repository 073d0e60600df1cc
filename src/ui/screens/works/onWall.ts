import type { Content } from '#domain/wall/publication.ts'
import type { WorksView } from '#queries/works.ts'
import { worksContent } from '#queries/worksPage.ts'
import { works as zh } from '#ui/words/zh/works.ts'

/**
 * The page of the wall. It is in the language of whoever lives here, whatever the person who makes it reads: else a version
 * would change with the reader. Paper of the inside is in the reader's own.
 */
export function onWall(view: WorksView, words: typeof zh = zh): Content {
  return worksContent(view, { ...words.wall, state: words.state[view.state], day: inFull })
}

/** 2026-03-05 → 2026.03.05, alike in every language. */
function inFull(day: string): string {
  return day.replaceAll('-', '.')
}
