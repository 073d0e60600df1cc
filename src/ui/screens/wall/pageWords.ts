import { type Content, picturesOf } from '#domain/wall/publication.ts'

/** The words of a page while somebody puts them right: every text that may have to be another. */
export interface FilledPage {
  readonly title: string
  /** One sentence a line. */
  readonly lines: string
  readonly figures: Content['figures']
  readonly rows: readonly (readonly string[])[]
  /** What stands under the pairs of pictures. */
  readonly labels: readonly string[]
}

export function filledOf({ title, lines, figures, table, pairs }: Content): FilledPage {
  const labels = (pairs ?? []).map(({ label }) => label)
  return { title, lines: lines.join('\n'), figures, rows: table?.rows ?? [], labels }
}

export function contentOf(before: Content, { title, lines, figures, rows, labels }: FilledPage): Content {
  return {
    ...before,
    title: title.trim(),
    lines: lines
      .split('\n')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
    figures: figures.map(({ label, value }) => ({ label: label.trim(), value: value.trim() })),
    ...(before.table && { table: { ...before.table, rows } }),
    ...(before.pairs && {
      pairs: before.pairs.map((one, index) => ({ ...one, label: (labels[index] ?? one.label).trim() })),
    }),
  }
}

/** Another picture in the place of one; the rest of the page stays. */
export function withPicture(content: Content, was: string, now: string): Content {
  const put = (hash: string) => (hash === was ? now : hash)
  return {
    ...content,
    pictures: content.pictures.map(put),
    ...(content.pairs && {
      pairs: content.pairs.map((one) => ({ ...one, before: put(one.before), after: put(one.after) })),
    }),
    ...(content.before !== undefined && { before: put(content.before) }),
    ...(content.after !== undefined && { after: put(content.after) }),
  }
}

/** Pictures that nobody has said are clean; each has to be looked at in full. */
export function unlooked(content: Content, clean: readonly string[]): readonly string[] {
  return picturesOf(content).filter((hash) => !clean.includes(hash))
}
