import './council.css'
import Calculator from '~icons/lucide/calculator'
import Message from '~icons/lucide/messages-square'
import Plus from '~icons/lucide/plus'
import { useState } from 'preact/hooks'
import type { Meeting } from '#domain/council/meeting.ts'
import { agendaOf, isRuled, meetings, openResolutions } from '#queries/council.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Heading } from '#ui/parts/Card.tsx'
import { Nothing } from '#ui/Nothing.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { CallSheet } from './CallSheet.tsx'
import { meetingTitle, meetingWhen } from './names.ts'
import { ResolutionRow } from './ResolutionRow.tsx'

/** `/council`: the next sitting or the last, what was resolved and is not done, and the way to all else of it. */
export function CouncilHome() {
  const words = useWords()
  const { council } = words
  const { ctx } = useApp()
  const { reader, may } = useReader()
  const [calling, setCalling] = useState(false)
  if (!reader.reads('council', ctx.compound)) {
    return (
      <Screen title={council.title} back="/">
        <Empty title={council.notYours} text={council.notYoursText} />
      </Screen>
    )
  }
  const [latest, ...earlier] = meetings(reader)
  const open = openResolutions(reader)
  const holds = may('holdCouncil')
  return (
    <Screen
      title={council.title}
      sub={council.sub}
      back="/"
      bar={
        holds && (
          <BottomBar>
            <Key look="primary" icon={Plus} label={council.call} onPress={() => setCalling(true)} />
          </BottomBar>
        )
      }
    >
      <div class="stack-wide council-home">
        {latest ? (
          <section class="stack">
            <Heading title={council.upcoming} />
            <Rows>
              <MeetingRow meeting={latest} />
            </Rows>
          </section>
        ) : (
          <Nothing title={council.none} text={council.noneText} />
        )}
        {latest && (
          <section class="stack">
            <Heading title={open.length > 0 ? council.toDo(open.length) : council.nothingToDo} />
            {open.length > 0 && (
              <Rows>
                {open.map((one) => (
                  <ResolutionRow key={one.id} resolution={one} />
                ))}
              </Rows>
            )}
          </section>
        )}
        <Rows>
          <Row
            href="/council/topics"
            lead={<Message class="icon" aria-hidden="true" />}
            title={council.topics.title}
            sub={council.topics.sub}
          />
          <Row
            href="/council/owners"
            lead={<Calculator class="icon" aria-hidden="true" />}
            title={council.count.title}
            sub={council.count.sub}
          />
        </Rows>
        {earlier.length > 0 && (
          <section class="stack">
            <Heading title={council.earlier} />
            <Rows>
              {earlier.map((one) => (
                <MeetingRow key={one.id} meeting={one} />
              ))}
            </Rows>
          </section>
        )}
      </div>
      {calling && <CallSheet onClose={() => setCalling(false)} />}
    </Screen>
  )
}

function MeetingRow({ meeting }: { meeting: Meeting }) {
  const words = useWords()
  const formats = useFormats()
  const { reader, today } = useReader()
  const items = agendaOf(reader, meeting.id)
  const spoken = { words, formats }
  const ruled = items.filter(isRuled).length
  return (
    <Row
      href={`/council/${meeting.id}`}
      title={meetingTitle(meeting, spoken, today)}
      sub={`${meetingWhen(meeting, spoken, today)}・${
        items.length === 0
          ? words.council.noAgenda
          : words.council.ruledOf(formats.number(ruled), formats.number(items.length))
      }`}
    />
  )
}
