import Amphora from '~icons/lucide/amphora'
import Baby from '~icons/lucide/baby'
import Banana from '~icons/lucide/banana'
import Bandage from '~icons/lucide/bandage'
import Battery from '~icons/lucide/battery'
import BatteryCharging from '~icons/lucide/battery-charging'
import Bean from '~icons/lucide/bean'
import Bike from '~icons/lucide/bike'
import Bone from '~icons/lucide/bone'
import BrickWall from '~icons/lucide/brick-wall'
import Bug from '~icons/lucide/bug'
import Cable from '~icons/lucide/cable'
import Carrot from '~icons/lucide/carrot'
import Cat from '~icons/lucide/cat'
import Cigarette from '~icons/lucide/cigarette'
import CircleDot from '~icons/lucide/circle-dot'
import Coffee from '~icons/lucide/coffee'
import CookingPot from '~icons/lucide/cooking-pot'
import CupSoda from '~icons/lucide/cup-soda'
import Cylinder from '~icons/lucide/cylinder'
import Droplets from '~icons/lucide/droplets'
import Drumstick from '~icons/lucide/drumstick'
import Egg from '~icons/lucide/egg'
import Fish from '~icons/lucide/fish'
import Flame from '~icons/lucide/flame'
import Flask from '~icons/lucide/flask-conical'
import Flower from '~icons/lucide/flower-2'
import Footprints from '~icons/lucide/footprints'
import Glasses from '~icons/lucide/glasses'
import Leaf from '~icons/lucide/leaf'
import Lightbulb from '~icons/lucide/lightbulb'
import Mail from '~icons/lucide/mail'
import Milk from '~icons/lucide/milk'
import Newspaper from '~icons/lucide/newspaper'
import Nut from '~icons/lucide/nut'
import Package from '~icons/lucide/package'
import Paintbrush from '~icons/lucide/paintbrush'
import Pill from '~icons/lucide/pill'
import PlugZap from '~icons/lucide/plug-zap'
import Refrigerator from '~icons/lucide/refrigerator'
import Salad from '~icons/lucide/salad'
import Scissors from '~icons/lucide/scissors'
import Shell from '~icons/lucide/shell'
import Shirt from '~icons/lucide/shirt'
import ShoppingBag from '~icons/lucide/shopping-bag'
import ShowerHead from '~icons/lucide/shower-head'
import Shrimp from '~icons/lucide/shrimp'
import Smartphone from '~icons/lucide/smartphone'
import Soap from '~icons/lucide/soap-dispenser-droplet'
import Sofa from '~icons/lucide/sofa'
import Soup from '~icons/lucide/soup'
import Sparkles from '~icons/lucide/sparkles'
import SprayCan from '~icons/lucide/spray-can'
import Syringe from '~icons/lucide/syringe'
import Thermometer from '~icons/lucide/thermometer'
import ToyBrick from '~icons/lucide/toy-brick'
import Tv from '~icons/lucide/tv'
import Umbrella from '~icons/lucide/umbrella'
import Utensils from '~icons/lucide/utensils'
import Wine from '~icons/lucide/wine'
import type { Room } from '#domain/whichBin/list.ts'
import type { Icon } from '#ui/parts/icon.ts'
import { Mask, MirrorSign, PaperRoll, Tissues, Toothbrush, Towel, Tube } from './thingSigns.tsx'

/** What a room throws away most often, by number of the list, in the order of the keys. */
export const PICTURES: Readonly<Record<Room, readonly (readonly [no: number, picture: Icon])[]>> = {
  kitchen: [
    [1, Soup],
    [2, Salad],
    [3, Banana],
    [121, Carrot],
    [5, Egg],
    [27, Bone],
    [10, Drumstick],
    [9, Fish],
    [12, Shrimp],
    [31, Shell],
    [30, Nut],
    [6, Leaf],
    [20, Droplets],
    [47, Utensils],
    [49, CupSoda],
    [51, ShoppingBag],
    [73, Milk],
    [79, Wine],
    [77, Cylinder],
    [45, Coffee],
    [164, Amphora],
    [95, CookingPot],
    [96, Scissors],
    [185, Refrigerator],
  ],
  bathroom: [
    [38, PaperRoll],
    [37, Tissues],
    [36, Tissues],
    [39, Baby],
    [58, Mask],
    [62, Toothbrush],
    [63, Towel],
    [59, Bandage],
    [81, Soap],
    [61, Sparkles],
    [110, Paintbrush],
    [69, MirrorSign],
    [100, Pill],
    [104, Thermometer],
    [220, Syringe],
    [112, Flask],
    [217, SprayCan],
    [211, ShowerHead],
  ],
  living: [
    [75, Newspaper],
    [74, Package],
    [53, Mail],
    [84, Shirt],
    [88, Footprints],
    [71, Battery],
    [106, CircleDot],
    [90, BatteryCharging],
    [103, Lightbulb],
    [102, Tube],
    [89, Smartphone],
    [91, Cable],
    [186, Tv],
    [15, Bean],
    [42, Cigarette],
    [65, Flame],
    [25, Flower],
    [41, Cat],
    [67, Glasses],
    [70, Umbrella],
    [237, ToyBrick],
    [109, Bug],
    [276, Bike],
    [117, PlugZap],
    [114, Sofa],
    [115, BrickWall],
  ],
}
