import CheckMark from '~icons/lucide/check'
import Chevron from '~icons/lucide/chevron-right'
import Megaphone from '~icons/lucide/megaphone'
import Printer from '~icons/lucide/printer'
import ScanCode from '~icons/lucide/qr-code'
import { openToResidents } from '#commands/survey.ts'
import { standsForResidents, type Survey } from '#domain/survey/survey.ts'
import { Card, Heading } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useQr } from '#ui/screens/invite/useQr.ts'
import { useDoing } from '#ui/screens/plan/useDoing.ts'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { useMay } from './may.ts'

/** Residents answer by themselves: the office opens it, then there is a code to show and to hang. `here`: not sent yet. */
export function Residents({ survey, here }: { survey: Survey; here: boolean }) {
  const { survey: words } = useWords()
  const formats = useFormats()
  const { ctx, today } = useApp()
  const may = useMay()
  const doing = useDoing()
  const stands = standsForResidents(survey, today())
  const isOver = survey.until < today() || (survey.ended !== undefined && survey.ended < today())
  const turn = (now: boolean, text: string) =>
    void doing.run(() => openToResidents(ctx, survey, now), { text, icon: CheckMark })

  if (isOver || (stands !== 'open' && stands !== 'early' && !may.plan)) return null
  const { residents } = words
  return (
    <Card>
      <Heading title={residents.title} />
      {stands === 'open' || stands === 'early' ? (
        <>
          {here && <p class="survey-why">{residents.notYet}</p>}
          {stands === 'early' && <p>{residents.early(formats.date(survey.from))}</p>}
          <Code survey={survey} />
          {may.plan && (
            <Key
              label={residents.stop}
              busy={doing.busy}
              busyLabel={residents.stop}
              onPress={() => turn(false, residents.stopped)}
            />
          )}
        </>
      ) : (
        <>
          <p>{residents.text}</p>
          <p>{residents.every(formats.number(survey.questions.length))}</p>
          <p class="survey-why">{residents.twice}</p>
          <Key
            icon={ScanCode}
            label={residents.open}
            busy={doing.busy}
            busyLabel={residents.open}
            onPress={() => turn(true, residents.opened)}
          />
        </>
      )}
    </Card>
  )
}

/** The way to the form, which the server shows to everybody outside of the app. */
function Code({ survey }: { survey: Survey }) {
  const { residents } = useWords().survey
  const { ctx } = useApp()
  // The compound that is meant, on a server that has several.
  const address = (end = '') => `/gongshi/survey/${survey.id}${end}?c=${ctx.tenant.slice(0, 8)}`
  const full = new URL(address(), location.origin).href
  const qr = useQr(full)
  return (
    <>
      {qr && (
        <svg
          class="survey-qr"
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          role="img"
          aria-label={residents.qr}
          shape-rendering="crispEdges"
        >
          <path d={qr.path} />
        </svg>
      )}
      <p class="caption">{full}</p>
      <ul class="rows survey-outside">
        {[
          { href: address(), icon: Megaphone, title: residents.page },
          { href: address('/a4'), icon: Printer, title: residents.paper },
        ].map(({ href, icon: Icon, title }) => (
          <li key={href}>
            <a class="row" href={href} target="_blank" rel="noopener">
              <span class="row-main">
                <span class="row-lead">
                  <Icon class="icon" aria-hidden="true" />
                </span>
                <span class="row-words">
                  <span class="row-title">{title}</span>
                </span>
              </span>
              <Chevron class="icon" aria-hidden="true" />
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
