import type { Table } from '#sheets/writeXlsx.ts'
import { TableKey } from './TableKey.tsx'
import { TablePages } from './TablePages.tsx'
import { TwoForms } from './TwoForms.tsx'

interface ListPaperProps {
  /** Over the screen and over every page. */
  title: string
  compound: string
  /** What it is a list of: a day, a sitting, a round. */
  of: string
  /** More to the same, for whoever has the paper in hand; it is in no file's name. */
  more?: string | undefined
  back: string
  /** On a shared tablet nothing internal is shown: others look at it too. */
  publicOnly: boolean
  signed?: readonly string[] | undefined
  /** The rows; openly without a name, a door, a phone or anybody's own words. */
  list: (internal: boolean) => Omit<Table, 'name'>
}

/** One list in both forms, on A4 and as `.xlsx`. */
export function ListPaper({ title, compound, of, more, back, publicOnly, signed, list }: ListPaperProps) {
  return (
    <TwoForms
      title={title}
      sub={of}
      back={back}
      publicOnly={publicOnly}
      across
      keys={(internal, before) => (
        <TableKey
          name={[title, compound, of]}
          tables={() => [{ name: title, ...list(internal) }]}
          before={before}
        />
      )}
    >
      {(internal) => (
        <TablePages
          title={title}
          sub={[compound, of, more].filter(Boolean).join('　')}
          {...list(internal)}
          internal={internal}
          signed={signed}
        />
      )}
    </TwoForms>
  )
}
