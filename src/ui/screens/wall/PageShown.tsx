import type { Content } from '#domain/wall/publication.ts'
import { Photo } from '#ui/Photo.tsx'
import { useWords } from '#ui/words.ts'

/** A page as residents will see it; the keyboard has to be able to scroll it where nothing stands beside it. */
export function PageShown({ content }: { content: Content }) {
  const { wall } = useWords()
  const { title, lines, figures, table, before, after, pictures, pairs } = content
  return (
    <article class="wall-page" lang="zh-CN" tabIndex={0}>
      {(before !== undefined || after !== undefined || pictures.length > 0) && (
        <div class="wall-pair">
          {before !== undefined && <Framed hash={before} label={wall.page.before} />}
          {after !== undefined && <Framed hash={after} label={wall.page.after} lit />}
          {pictures.map((hash) => (
            <Framed key={hash} hash={hash} label="" whole />
          ))}
        </div>
      )}
      {(pairs ?? []).map((pair) => (
        <div key={pair.before} class="wall-of-pair">
          <p>
            <b>{pair.label}</b>
          </p>
          <div class="wall-pair">
            <Framed hash={pair.before} label={wall.page.before} />
            <Framed hash={pair.after} label={wall.page.after} lit />
          </div>
        </div>
      ))}
      <h2 class="wall-page-title">{title}</h2>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {table && (
        <div class="wall-table">
          <table>
            {table.head.length > 0 && (
              <thead>
                <tr>
                  {table.head.map((one) => (
                    <th key={one} scope="col">
                      {one}
                    </th>
                  ))}
                </tr>
              </thead>
            )}
            <tbody>
              {table.rows.map((row, index) => (
                <tr key={index}>
                  {row.map((cell, column) => (
                    <td key={column} data-head={table.head[column]}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {figures.length > 0 && (
        <dl class="wall-figures">
          {figures.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  )
}

function Framed({
  hash,
  label,
  lit,
  whole,
}: {
  hash: string
  label: string
  lit?: boolean
  whole?: boolean
}) {
  return (
    <figure class={whole ? 'wall-photo wall-photo-whole' : 'wall-photo'}>
      <Photo hash={hash} alt={label} />
      {label !== '' && <figcaption class={lit ? 'wall-tag wall-tag-lit' : 'wall-tag'}>{label}</figcaption>}
    </figure>
  )
}
