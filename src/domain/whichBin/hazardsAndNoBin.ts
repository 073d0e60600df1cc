/** Hazardous waste, and what goes into none of the four bins: bulky, building and garden waste, and what never does. One thing a line, in the columns that `list.ts` explains. A number is a name: it is never given to another thing. */
export const HAZARDS_AND_NO_BIN = `
20|X|G|c|废弃食用油|废弃食用油,废油,地沟油,食用油,剩油,炸过的油,菜油,猪油,过期油,老油,色拉油,油|fei qi shi yong you,fei you,di gou you,shi yong you,sheng you,zha guo de you,cai you,zhu you,guo qi you,lao you,se la you,you|Used cooking oil|不倒桶、不下水：装瓶密封交专收点|Not in a bin, not down the drain: bottle it, seal it, hand it in|废油装进瓶子拧紧，交到收油的点，别倒桶里。|Put used oil in a closed bottle and hand it in; not in any bin.
90|X|G|l|充电宝|充电宝,移动电源,锂电池,鼓包电池|chong dian bao,yi dong dian yuan,li dian chi,gu bao dian chi|Power bank,lithium battery|含锂电，交回收员；鼓包的放沙盒、报物业，别压别扎|Lithium inside: give it to the recycler; a swollen one goes in the sand box, tell the property office|充电宝会起火，别丢桶里，交给我们单独放。|A power bank can burn: not in a bin, we keep it apart.
100|H|T|bl|过期药品（片、胶囊、药水）|过期药品,药,药片,胶囊,药水,过期药,感冒药,药品,眼药水,止咳糖浆,板蓝根,西药,过期的药,止痛药,药丸|guo qi yao pin,yao,yao pian,jiao nang,yao shui,guo qi yao,gan mao yao,yao pin,yan yao shui,zhi ke tang jiang,ban lan gen,xi yao,guo qi de yao,zhi tong yao,yao wan|Old medicine,pills,capsules,syrup|连内包装；外纸盒可回收|With the blister; the paper box is recyclable|过期的药连板子一起丢红桶，纸盒可以回收。|Old pills go in the red bin with the blister; the paper box can be recycled.
101|H|T|b|药膏|药膏,软膏,眼药膏|yao gao,ruan gao,yan yao gao|Ointment||||
102|H|T|l|荧光灯管|荧光灯管,灯管,日光灯,日光灯管|ying guang deng guan,deng guan,ri guang deng,ri guang deng guan|Fluorescent tube|完整不打碎，套纸筒|Whole, in its paper sleeve|灯管里头有汞，别打碎，套上纸筒丢红桶。|There is mercury in the tube: do not break it, red bin.
103|H|T|l|节能灯|节能灯,节能灯泡|jie neng deng,jie neng deng pao|Energy-saving lamp|轻放|Set it down gently||
104|H|T|b|水银温度计|水银温度计,温度计,体温计,水银体温计,水银|shui yin wen du ji,wen du ji,ti wen ji,shui yin ti wen ji,shui yin|Mercury thermometer|打碎后用水覆盖汞珠、密封|If broken, cover the drops with water and seal|打碎了别用手捡，用水盖住，装瓶密封交给我们。|If broken, do not touch it: cover with water, seal it in a bottle, give it to us.
105|H|T|b|水银血压计|水银血压计,血压计|shui yin xue ya ji,xue ya ji|Mercury blood-pressure meter||||
106|H|T|l|纽扣电池|纽扣电池,手表电池,圆电池,助听器电池,扣式电池|niu kou dian chi,shou biao dian chi,yuan dian chi,zhu ting qi dian chi,kou shi dian chi|Button cell,watch battery|用胶带缠好|Wrap it in tape||
107|H|T|l|镍镉充电电池|镍镉充电电池,充电电池,镍镉电池|nie ge chong dian dian chi,chong dian dian chi,nie ge dian chi|Rechargeable battery,NiCd battery||||
108|H|T|l|油漆桶、稀料|油漆桶,稀料,油漆,涂料,天那水,香蕉水,松节油,清漆,自喷漆|you qi tong,xi liao,you qi,tu liao,tian na shui,xiang jiao shui,song jie you,qing qi,zi pen qi|Paint tin,thinner|密闭|Closed tight||
109|H|T|bl|杀虫剂罐|杀虫剂罐,杀虫剂,农药,蚊香液,灭蚊剂,杀虫喷雾,灭害灵,除草剂|sha chong ji guan,sha chong ji,nong yao,wen xiang ye,mie wen ji,sha chong pen wu,mie hai ling,chu cao ji|Insecticide,bug spray|不刺破|Do not pierce it||
110|H|G|b|指甲油、染发剂|指甲油,染发剂,染发膏|zhi jia you,ran fa ji,ran fa gao|Nail varnish,hair dye,nail polish||||
111|H|T|bl|老鼠药|老鼠药,鼠药,毒药,耗子药|lao shu yao,shu yao,du yao,hao zi yao|Rat poison|密封交物业|Sealed, to the property office||
112|H*|T|b|消毒剂及其容器|消毒剂及其容器,消毒剂,消毒液,84,84消毒液,消毒水,酒精,漂白水,漂白粉,消毒片|xiao du ji ji qi rong qi,xiao du ji,xiao du ye,84,84 xiao du ye,xiao du shui,jiu jing,piao bai shui,piao bai fen,xiao du pian|Disinfectant,bleach|带容器一起交；空瓶各地说法不一|With its container; places differ on empty bottles||
113|H|T|l|X光片、胶卷、老照片相纸|X光片,胶卷,老照片相纸,x光片,照片,老照片,相纸,ct片|x guang pian,jiao juan,lao zhao pian xiang zhi,x guang pian,zhao pian,lao zhao pian,xiang zhi,ct pian|X-ray film,photographs,photo paper||||
114|B|D|l|沙发、床垫、衣柜|沙发,床垫,衣柜,家具,床,桌子,柜子,大件,旧家具,旧沙发,席梦思,高柜,大柜子|sha fa,chuang dian,yi gui,jia ju,chuang,zhuo zi,gui zi,da jian,jiu jia ju,jiu sha fa,xi meng si,gao gui,da gui zi|Sofa,mattress,wardrobe,furniture|预约收运，别靠在桶边|Book a pick-up; not beside the bins|大件不进桶，跟物业约个时间来拉。|Bulky things do not go in a bin; ask the property office for a pick-up.
115|C|T|l|砖块、瓷砖、马桶|砖块,瓷砖,马桶,砖,砖头,装修垃圾,水泥,建筑垃圾,洗手盆,蹲便器,瓷砖渣,渣土|zhuan kuai,ci zhuan,ma tong,zhuan,zhuan tou,zhuang xiu la ji,shui ni,jian zhu la ji,xi shou pen,dun bian qi,ci zhuan zha,zha tu|Bricks,tiles,toilet bowl,rubble|袋装到指定点，不进四色桶|Bagged, at the named spot, not in the four bins|装修垃圾袋装好，放到指定的点，别倒桶里。|Bag building waste and take it to the named spot, not in the bins.
116|C|T|l|园林枝条（物业修剪）|园林枝条,树枝,枝条,园林|yuan lin zhi tiao,shu zhi,zhi tiao,yuan lin|Garden trimmings,branches|园林绿化垃圾，另行收运|Garden waste, collected apart||
117|X|G|l|电动车电池、汽车蓄电池|电动车电池,汽车蓄电池,电瓶,蓄电池,电瓶车电池,汽车电池|dian dong che dian chi,qi che xu dian chi,dian ping,xu dian chi,dian ping che dian chi,qi che dian chi|E-bike battery,car battery|严禁入桶；交门店或回收企业|Never in a bin; back to the shop or a recycler|电瓶会起火，千万别放桶边，拿回店里换。|An e-bike battery can burn: never beside the bins, take it back to the shop.
118|X*|T|bl|宠物粪便|宠物粪便,狗屎,猫屎,狗粪,粪便,猫粪|chong wu fen bian,gou shi,mao shi,gou fen,fen bian,mao fen|Pet droppings,dog poo|冲厕为主，袋子归其他|Flush it; the bag goes to Other||
119|X|G|c|液化气罐、丁烷气罐（未用完）|液化气罐,丁烷气罐,气罐,煤气罐,卡式炉气罐,丁烷,燃气罐,卡式炉|ye hua qi guan,ding wan qi guan,qi guan,mei qi guan,ka shi lu qi guan,ding wan,ran qi guan,ka shi lu|Gas bottle,butane can,gas canister|联系燃气或商家回收，别入桶|Call the gas firm or the shop; not in a bin|还有气的罐子别丢，打燃气公司电话来收。|A can with gas in it is not waste: call the gas firm.
120|X|T|bl|宠物尸体|宠物尸体,死猫,死狗,死老鼠,死鸟,死仓鼠,死鸡|chong wu shi ti,si mao,si gou,si lao shu,si niao,si cang shu,si ji|Dead pet,dead animal|联系无害化处理，先问物业|Ask the property office; it is collected apart||
136|X|Z|c|喝剩的牛奶、豆浆|牛奶,酸奶,豆浆,喝剩的奶,过期牛奶|niu nai,suan nai,dou jiang,he sheng de nai,guo qi niu nai|Milk,yoghurt,soy milk|倒进下水道，盒子冲一冲归可回收|Down the drain; rinse the carton, it is recyclable|牛奶倒下水道，盒子冲一下丢蓝桶。|Milk down the drain; rinse the carton, blue bin.
137|X|Z|c|喝剩的饮料、酒|饮料,剩饮料,可乐,啤酒,白酒,剩酒,果汁,茶水|yin liao,sheng yin liao,ke le,pi jiu,bai jiu,sheng jiu,guo zhi,cha shui|Drinks,leftover drink,beer,juice|倒进下水道，瓶子归可回收|Down the drain; the bottle is recyclable|水倒下水道，瓶子丢蓝桶。|Pour it down the drain; the bottle goes in the blue bin.
193|H|T|cbl|蟑螂药、蚂蚁药|蟑螂药,杀蟑胶饵,蚂蚁药,蟑螂屋,灭蟑螂|zhang lang yao,sha zhang jiao er,ma yi yao,zhang lang wu,mie zhang lang|Cockroach bait,ant poison|密封|Sealed||
194|H|G|b|洁厕灵、管道疏通剂|洁厕灵,洁厕剂,管道疏通剂,通管道的,除垢剂|jie ce ling,jie ce ji,guan dao shu tong ji,tong guan dao de,chu gou ji|Toilet cleaner,drain cleaner|没用完的别和84混；空瓶各地说法不一|Never mix with bleach; places differ on empty bottles|洁厕灵和84混了有毒气，分开拧紧交红桶。|Toilet cleaner and bleach make poison gas: close both, keep apart, red bin.
218|H|G|b|洗甲水|洗甲水,卸甲水|xi jia shui,xie jia shui|Nail-varnish remover|拧紧|Closed tight||
219|H|T|b|碘伏、红药水|碘伏,碘酒,红药水,紫药水,双氧水,云南白药|dian fu,dian jiu,hong yao shui,zi yao shui,shuang yang shui,yun nan bai yao|Iodine,antiseptic|连瓶一起|With the bottle||
220|X|G|b|针头、注射器|针头,注射器,胰岛素针,血糖针,采血针|zhen tou,zhu she qi,yi dao su zhen,xue tang zhen,cai xue zhen|Needle,syringe,insulin needle|装进硬瓶拧紧，交社区医院|In a hard bottle, closed, to the clinic|针头会扎人，装硬瓶里拧紧，交社区医院，别丢桶里。|Needles hurt people: in a hard closed bottle, to the clinic, not in a bin.
231|H|G|l|墨盒、硒鼓|墨盒,硒鼓,碳粉盒,碳粉|mo he,xi gu,tan fen he,tan fen|Ink cartridge,toner|装袋，别漏粉|Bagged, so no powder gets out||
236|X|G|l|电子烟|电子烟,烟弹,烟杆|dian zi yan,yan tan,yan gan|E-cigarette,vape|里头有锂电池，交回收员|Lithium inside: give it to the recycler|电子烟里头有电池会起火，交给我们单独放。|There is a lithium cell in it: not in a bin, we keep it apart.
248|H|G|l|涂改液|涂改液,修正液,改正液|tu gai ye,xiu zheng ye,gai zheng ye|Correction fluid|拧紧|Closed tight||
267|B|D|l|凉席、地毯|凉席,地毯,竹席,麻将席,草席|liang xi,di tan,zhu xi,ma jiang xi,cao xi|Carpet,bamboo mat,rug|卷好捆好，预约收运|Rolled and tied; book a pick-up||
277|X|G|l|电动车、平衡车|电动车,电瓶车,平衡车,电动滑板车|dian dong che,dian ping che,ping heng che,dian dong hua ban che|E-bike,hoverboard,e-scooter|电池会起火：推到门店或回收企业|The battery can burn: to the shop or a recycler|电瓶车别停桶边，推到店里去处理。|Do not leave it by the bins; take it to the shop.
280|B|D|l|跑步机、健身器|跑步机,健身器,健身器材,动感单车|pao bu ji,jian shen qi,jian shen qi cai,dong gan dan che|Treadmill,exercise machine|预约收运，别靠在桶边|Book a pick-up; not beside the bins||
281|B|D|l|麻将桌、机麻|麻将桌,机麻,麻将机,钢琴,台球桌|ma jiang zhuo,ji ma,ma jiang ji,gang qin,tai qiu zhuo|Mahjong table,piano|预约收运，别靠在桶边|Book a pick-up; not beside the bins||
284|B|D|l|茶几、椅子、书柜|茶几,椅子,书柜,鞋柜,电脑桌,餐桌,藤椅,凉椅,木板凳|cha ji,yi zi,shu gui,xie gui,dian nao zhuo,can zhuo,teng yi,liang yi,mu ban deng|Coffee table,chair,bookcase|预约收运，别靠在桶边|Book a pick-up; not beside the bins||
285|B|D|l|床架、折叠床|床架,折叠床,钢丝床,高低床,床板|chuang jia,zhe die chuang,gang si chuang,gao di chuang,chuang ban|Bed frame,folding bed|拆开捆好，预约收运|Taken apart and tied; book a pick-up||
288|B|D|l|门、窗|门,木门,防盗门,纱窗,窗子|men,mu men,fang dao men,sha chuang,chuang zi|Door,window frame|预约收运|Book a pick-up||
289|C|T|l|水泥袋、石膏板、地板|石膏板,水泥袋,腻子粉,木地板,地板砖,墙皮,沙子,灰浆|shi gao ban,shui ni dai,ni zi fen,mu di ban,di ban zhuan,qiang pi,sha zi,hui jiang|Plasterboard,cement bag,floorboards,sand|袋装到指定点，不进四色桶|Bagged, at the named spot, not in the four bins||
290|C|T|l|石头、混凝土块|石头,混凝土,鹅卵石,砂石|shi tou,hun ning tu,e luan shi,sha shi|Stones,concrete|袋装到指定点|Bagged, at the named spot||
293|X|G|l|灭火器、氧气瓶|灭火器,氧气瓶,干粉灭火器|mie huo qi,yang qi ping,gan fen mie huo qi|Fire extinguisher,oxygen bottle|有压力，交物业或消防店|Under pressure: to the property office||
294|X|G|l|烟花、火炮儿|烟花,鞭炮,火炮儿,火炮,爆竹|yan hua,bian pao,huo pao er,huo pao,bao zhu|Fireworks,firecrackers|没放的别丢桶，问物业|Unlit ones never in a bin; ask the property office|没放完的火炮要炸，别丢桶里，先问物业。|Unlit firecrackers explode: not in a bin, ask the property office.
295|H|T|l|机油、汽油|机油,废机油,汽油,润滑油,柴油|ji you,fei ji you,qi you,run hua you,chai you|Engine oil,petrol,lubricant|密封，别倒下水道|Sealed; not down the drain||
323|H|T|bl|风油精、清凉油|风油精,清凉油,万金油|feng you jing,qing liang you,wan jin you|Essential balm|拧紧|Closed tight||
333|X|T|l|鸟粪、鸡粪|鸡粪,鸟粪,鸽子粪|ji fen,niao fen,ge zi fen|Bird droppings|冲厕或问物业，不进四色桶|Flush it or ask the property office||
`
