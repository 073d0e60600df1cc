import Bath from '~icons/lucide/bath'
import CookingPot from '~icons/lucide/cooking-pot'
import Sofa from '~icons/lucide/sofa'
import { type Item, itemNo, type Room, ROOMS } from '#domain/whichBin/list.ts'
import { type OwnAnswers, thingsInRoom } from '#queries/whichBin.ts'
import { Heading } from '#ui/parts/Card.tsx'
import type { Icon } from '#ui/parts/icon.ts'
import { Key } from '#ui/parts/Key.tsx'
import { useLanguage, useWords } from '#ui/words.ts'
import { shortLabel } from './label.ts'
import { Others } from './Others.tsx'
import { PICTURES } from './pictures.ts'

const SIGNS: Readonly<Record<Room, Icon>> = { kitchen: CookingPot, bathroom: Bath, living: Sofa }

/** Three rooms, each a key: for who would rather look than type. */
export function RoomKeys({ room, onChoose }: { room: Room | undefined; onChoose: (room: Room) => void }) {
  const words = useWords().whichBin
  return (
    <section class="stack">
      <Heading title={words.rooms} />
      <div class="room-keys">
        {ROOMS.map((one) => (
          <Key
            key={one}
            icon={SIGNS[one]}
            label={words.room[one]}
            pressed={one === room}
            onPress={() => onChoose(one)}
          />
        ))}
      </div>
    </section>
  )
}

/** What a room throws away most often as pictures with words; all the rest of it as rows below. */
export function RoomPictures({
  room,
  shown,
  own,
  onChoose,
}: {
  room: Room
  shown: Item | undefined
  own: OwnAnswers
  onChoose: (item: Item) => void
}) {
  const words = useWords().whichBin
  const language = useLanguage()
  const pictured = PICTURES[room].flatMap(([no, picture]) => {
    const item = itemNo(no)
    return item ? [{ item, picture }] : []
  })
  const rest = thingsInRoom(room).filter((item) => !pictured.some((one) => one.item === item))
  return (
    <section class="stack">
      <Heading title={words.room[room]} />
      <div class="room-pictures">
        {pictured.map(({ item, picture: Picture }) => (
          <button
            key={item.key}
            type="button"
            class="key key-secondary room-picture"
            aria-pressed={item === shown}
            onClick={() => onChoose(item)}
          >
            <Picture class="icon" aria-hidden="true" />
            <span>{shortLabel(item, language).split('、')[0]}</span>
          </button>
        ))}
      </div>
      <Others items={rest.filter((item) => item !== shown)} first={0} own={own} onChoose={onChoose} />
    </section>
  )
}
