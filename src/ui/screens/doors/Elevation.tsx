import './doors.css'
import Building from '~icons/lucide/building'
import List from '~icons/lucide/list'
import Stairs from '~icons/lucide/footprints'
import Printer from '~icons/lucide/printer'
import Search from '~icons/lucide/search'
import { useLocation } from 'preact-iso'
import { useMemo, useState } from 'preact/hooks'
import { findDoor, type Staircase } from '#domain/doors/elevation.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Place } from '#domain/places.ts'
import { found } from '#queries/doorFilters.ts'
import { doorList, listedBy } from '#queries/doorList.ts'
import { buildingsOf } from '#queries/buildings.ts'
import { type BuildingView, elevationOf } from '#queries/doors.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Select } from '#ui/parts/Field.tsx'
import { Header } from '#ui/parts/Header.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { MyRounds } from '#ui/screens/rounds/MyRounds.tsx'
import { Screen } from '#ui/Screen.tsx'
import { Watermark } from '#ui/Watermark.tsx'
import { useFormats, useWords } from '#ui/words.ts'
import { type Bring, DoorList } from './DoorList.tsx'
import { Filters } from './Filters.tsx'
import { Floors } from './Floors.tsx'
import { HomePanel } from './HomePanel.tsx'
import { Legend } from './Legend.tsx'
import { ListsAndPaper } from './ListsAndPaper.tsx'
import { look, type Looking, useLooking } from './looking.ts'
import { useReader } from './useReader.ts'
import { useWidth } from './useWidth.ts'

/** 楼面图: one window per household; visit it and the window lights up. */
export function Elevation() {
  const { doors: words, common } = useWords()
  const looking = useLooking()
  const { reader, freshness, today, may } = useReader()
  const width = useWidth()
  const { route } = useLocation()
  const { number } = useFormats()
  const [bring, setBring] = useState<Bring | undefined>()

  const buildings = buildingsOf(reader)
  const building = buildings.find((one) => one.id === looking.building) ?? buildings[0]
  const view = building && elevationOf(reader, building.id, today, freshness)
  const groups = useMemo(() => (view ? groupsOf(view, width === 'phone' ? 1 : 2) : []), [view, width])
  const ofBuilding = useMemo(() => found(view?.doors.values() ?? []), [view])
  const lights = useMemo(() => new Set([...(view?.doors.values() ?? [])].map(({ light }) => light)), [view])
  if (!building || !view) {
    return (
      <Screen title={words.title} tab="doors">
        <Empty title={words.noBuilding} text={words.noBuildingText} />
      </Screen>
    )
  }

  const shown = groupShown(groups, looking)
  const list = looking.list ? doorList(reader, today, freshness) : undefined
  const counts = list?.counts ?? ofBuilding
  const chosen = looking.chosen !== undefined && view.doors.has(looking.chosen) ? looking.chosen : undefined
  const { progress } = view
  const open = (id: string) => {
    const door = view.doors.get(id as Place['id'])
    if (!door) return
    if (width === 'landscape') look({ chosen: door.id })
    else route(`/doors/home/${door.id}`)
  }
  const chooseBuilding = (id: RecordId) => {
    look({ building: id, unit: undefined, first: undefined, from: undefined })
    setBring({ to: { building: id } })
  }
  const chooseUnit = (id: RecordId) => {
    look({ unit: id, from: undefined })
    setBring({ to: { building: building.id, unit: id } })
  }
  const unitOfWalk =
    shown.find((unit) => chosen !== undefined && findDoor(view.elevation, chosen)?.unit.id === unit.id) ??
    shown[0]
  const walk = may('recordVisit') && view.visits && unitOfWalk && progress.livedIn > 0
  const start = walk && (
    <Key
      look="primary"
      icon={Stairs}
      label={words.start}
      href={`/doors/visit/${unitOfWalk.id}${chosen !== undefined && findDoor(view.elevation, chosen)?.unit.id === unitOfWalk.id ? `?door=${chosen}` : ''}`}
    />
  )
  const asList = (
    <Key
      look="quiet"
      icon={looking.list ? Building : List}
      label={looking.list ? words.asFacade : words.asList}
      onPress={() => {
        setBring({ to: { building: building.id } })
        look({ list: !looking.list })
      }}
    />
  )
  const print = (
    <Key look="quiet" icon={Printer} label={words.print} href={`/doors/print?building=${building.id}`} />
  )
  const homes =
    (view.visits
      ? words.reached(number(progress.lit), number(progress.livedIn))
      : words.homes(number(progress.livedIn))) + words.vacantToo(progress.vacant)

  return (
    <Screen
      title={building.label}
      tab="doors"
      header={
        <Header
          title={
            width === 'phone' || !compoundName(reader, building)
              ? building.label
              : `${compoundName(reader, building)} ${building.label}`
          }
          big={width === 'phone'}
          sub={homes}
          right={
            width === 'landscape' ? (
              <a class="doors-search" href="/doors/search">
                <Search class="icon" aria-hidden="true" />
                {words.searchFor}
              </a>
            ) : (
              <a class="header-leave" href="/doors/search" aria-label={words.search}>
                <Search class="icon" aria-hidden="true" />
              </a>
            )
          }
          leave={common.back}
        />
      }
      bar={
        width === 'landscape' ? undefined : (
          <BottomBar>
            {start}
            {asList}
          </BottomBar>
        )
      }
    >
      {!reader.shared && <Watermark />}
      <div class="doors-tools">
        {buildings.length > 1 && (
          <Select
            label={words.building}
            value={building.id}
            options={buildings.map((one) => ({ value: one.id, label: one.label }))}
            onChange={(id) => chooseBuilding(id as RecordId)}
          />
        )}
        {groups.length > 1 && <Units groups={groups} shown={shown} onChoose={chooseUnit} />}
        <Filters counts={counts} filter={looking.filter} visits={view.visits} short={width === 'phone'} />
        {width === 'landscape' && (
          <span class="doors-start">
            {print}
            {asList}
            {start}
          </span>
        )}
      </div>
      <div class={`doors-${width}`}>
        <div class="doors-main">
          {list ? (
            <DoorList
              reader={reader}
              doors={listedBy(list, looking.filter)}
              bring={bring}
              onBuilding={(id) => look({ building: id, unit: undefined })}
            />
          ) : (
            <>
              <Floors
                view={view}
                units={shown}
                chosen={chosen}
                width={width}
                building={building.label}
                onOpen={open}
              />
              <Legend
                freshness={freshness}
                lights={lights}
                open={view.withOpen > 0}
                care={view.withCare > 0}
              />
              {width !== 'landscape' && <div class="doors-print">{print}</div>}
            </>
          )}
        </div>
        {width === 'landscape' && !looking.list && <HomePanel reader={reader} today={today} home={chosen} />}
      </div>
      {walk && (
        <div class="doors-rounds">
          <MyRounds />
        </div>
      )}
      <ListsAndPaper reading={{ reader, may }} />
    </Screen>
  )
}

function compoundName(
  reader: { tree: { path(id: Place['id']): readonly Place[] } },
  building: Place,
): string | undefined {
  return reader.tree.path(building.id).find((place) => place.what === 'compound')?.label
}

type Group = readonly Staircase[]

/** Units shown side by side. A unit of 5–8 doors has no room beside another. */
function groupsOf(view: BuildingView, beside: number): readonly Group[] {
  const { units } = view.elevation
  const wide = units.some((unit) => unit.columns > 4)
  const size = wide ? 1 : beside
  const groups: Group[] = []
  for (let at = 0; at < units.length; at += size) groups.push(units.slice(at, at + size))
  return groups
}

function groupShown(groups: readonly Group[], { unit }: Looking): Group {
  return groups.find((group) => group.some((one) => one.id === unit)) ?? groups[0] ?? []
}

function Units(props: { groups: readonly Group[]; shown: Group; onChoose: (id: RecordId) => void }) {
  const { groups, shown, onChoose } = props
  const { doors: words } = useWords()
  const options = groups.map((group) => ({
    value: group[0]?.id ?? '',
    label:
      group.length > 1
        ? words.unitRange(group[0]?.label ?? '', group.at(-1)?.label ?? '')
        : (group[0]?.label ?? ''),
  }))
  const value = shown[0]?.id ?? ''
  const onChange = (id: string) => onChoose(id as RecordId)
  // More than four parts are no segments any more.
  return options.length > 4 ? (
    <Select label={words.units} value={value} options={options} onChange={onChange} />
  ) : (
    <Segmented label={words.units} options={options} value={value} onChange={onChange} />
  )
}
