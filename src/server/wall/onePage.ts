import { hanging, type Publication, type Version } from '#domain/wall/publication.ts'
import { timeOfVersion } from './board.ts'
import { contentOf } from './content.ts'
import { backKey, framed, type Shown } from './frame.ts'
import { type Html, made } from './html.ts'
import { dayIn } from './words.ts'

/**
 * `/gongshi/p/<page>`: what hangs of it, and every version by number, day and reason; `/gongshi/p/<page>/<n>`: an earlier
 * one in its words. Undefined where there is nothing to show: it was never published, or that version was taken down.
 */
export function onePage(shown: Shown, publication: Publication, n?: number): string | undefined {
  const { words } = shown
  if (publication.versions.length === 0 || publication.voided) return undefined
  const now = hanging(publication)
  const version = n === undefined ? now : publication.versions.find((one) => one.n === n)
  if (n !== undefined && !version?.content) return undefined
  const content = version?.content
  const old = version !== undefined && version.n !== now?.n
  return framed(shown, {
    title: content?.title ?? words.title,
    main: made`${
      content
        ? made`<article class="card">
              ${old && made`<p><b>${words.old}</b></p>`}${contentOf(shown, publication.section, content, made``, old)}${foot(shown, version)}
            </article>`
        : made`<p>${words.missing}</p>`
    }
      <section>
        <h2>${words.versions}</h2>
        <ul class="links">
          ${publication.versions
            .toReversed()
            .map((one) => made`<li>${row(shown, publication, one, now?.n)}</li>`)}
        </ul>
      </section>
      ${backKey(shown)}`,
  })
}

function foot({ words, language }: Shown, version: Version): Html {
  return made`<p class="small">
    ${words.version(version.n)} · ${words.hung(dayIn(language, timeOfVersion(version)))}
  </p>`
}

/** Its number and its day stay for ever, also where nothing else does. */
function row(
  { words, language, link }: Shown,
  { id }: Publication,
  one: Version,
  now: number | undefined,
): Html {
  const said = made`<span
    >${words.version(one.n)} ·
    ${words.hung(dayIn(language, timeOfVersion(one)))}${!one.content && made` · <b>${words.down}</b>`}${one.n === now && made` · <b>${words.now}</b>`}${one.reason !== undefined && made`<br /><span class="small">${words.why(one.reason)}</span>`}</span
  >`
  return one.content && one.n !== now
    ? made`<a href="${link(`/p/${id}/${one.n}`)}">${said}</a>`
    : made`<p>${said}</p>`
}
