/** Other waste that comes from cooking and eating. One thing a line, in the columns that `list.ts` explains. A number is a name: it is never given to another thing. */
export const OTHER_OF_THE_KITCHEN = `
27|O*|Z|c|大骨头（筒子骨、棒骨）|大骨头,筒子骨,棒骨,棒子骨,猪骨,牛骨,骨头|da gu tou,tong zi gu,bang gu,bang zi gu,zhu gu,niu gu,gu tou|Big bones,pork bones,beef bones|难腐坚硬，不算厨余|Hard, does not rot: no food waste|大骨头太硬，机器打不碎，要丢其他垃圾桶。|Big bones are too hard for the machine; they go in Other.
28|O|Q|cl|榴莲壳|榴莲壳,榴莲,榴莲皮|liu lian ke,liu lian,liu lian pi|Durian shell|硬壳带刺，包好防扎手|Hard and spiky: wrap it|榴莲壳硬，烂不掉，包好丢其他，别扎到手。|Durian shell is hard and does not rot; wrap it, put it in Other.
29|O|Q|cl|椰子壳|椰子壳,椰子|ye zi ke,ye zi|Coconut shell||||
30|O|Q|cl|核桃壳等坚硬果壳|核桃壳等坚硬果壳,核桃,核桃壳,坚果壳,夏威夷果壳,板栗壳,开心果壳,杏仁壳,巴旦木壳|he tao ke deng jian ying guo ke,he tao,he tao ke,jian guo ke,xia wei yi guo ke,ban li ke,kai xin guo ke,xing ren ke,ba dan mu ke|Walnut shells,nutshells,hard nuts|太硬，烂不掉|Too hard to rot||
31|O|Q|c|贝壳（生蚝、扇贝、花甲）|贝壳,生蚝壳,扇贝壳,花甲壳,蛤蜊壳,青口壳,鲍鱼|bei ke,sheng hao ke,shan bei ke,hua jia ke,ge li ke,qing kou ke,bao yu|Seashells,oyster,clam,scallop shells|太硬，烂不掉|Too hard to rot||
32|O|Q|c|田螺壳、螺蛳壳|田螺壳,螺蛳壳,田螺,螺蛳,螺壳|tian luo ke,luo si ke,tian luo,luo si,luo ke|Snail shells,river snails|各地说法不一|Places differ||
33|O|G|c|粽叶|粽叶,粽子叶,粽子皮|zong ye,zong zi ye,zong zi pi|Zongzi leaves,bamboo leaves|糯米馅归厨余|The rice goes to food waste||
34|O|G|c|玉米衣（外皮）|玉米衣,玉米皮,玉米叶|yu mi yi,yu mi pi,yu mi ye|Corn husks||||
35|O|G|c|甘蔗皮|甘蔗皮|gan zhe pi|Sugar-cane skin||||
36|O|Z|cbl|湿纸巾|湿纸巾,湿巾,湿纸,消毒湿巾,湿厕纸,婴儿湿巾,湿帕子|shi zhi jin,shi jin,shi zhi,xiao du shi jin,shi ce zhi,ying er shi jin,shi pa zi|Wet wipes|“湿”不等于厨余|Wet does not mean food waste|湿纸巾虽然是湿的，烂不掉，丢其他。|A wet wipe is wet, but it does not rot: Other.
37|O|Z|cbl|餐巾纸、面巾纸|餐巾纸,面巾纸,纸巾,抽纸,用过的纸|can jin zhi,mian jin zhi,zhi jin,chou zhi,yong guo de zhi|Napkins,tissues,paper napkins|用过的纸不能回收|Used tissue cannot be recycled|擦过的纸脏了，收不了，丢其他。|Used tissue is dirty and cannot be recycled: Other.
45|O|T|cl|陶瓷碗、瓷杯|陶瓷碗,瓷杯,陶瓷,瓷碗,盘子,碗,花盆,茶杯,茶壶,紫砂壶,饭碗,汤碗,瓷勺,调羹,土碗,瓷盘|tao ci wan,ci bei,tao ci,ci wan,pan zi,wan,hua pen,cha bei,cha hu,zi sha hu,fan wan,tang wan,ci shao,tiao geng,tu wan,ci pan|Crockery,china,bowl,cup,plate,ceramics|碎的包好写“小心割手”|Wrap broken pieces and write “sharp”||
46|O|G|c|一次性筷子|一次性筷子,筷子,竹筷,牙签|yi ci xing kuai zi,kuai zi,zhu kuai,ya qian|Disposable chopsticks,toothpicks||||
47|O|Z|c|外卖餐盒（有油污）|外卖餐盒,外卖盒,餐盒,饭盒,打包盒,快餐盒,外卖,脏外卖盒,一次性饭盒|wai mai can he,wai mai he,can he,fan he,da bao he,kuai can he,wai mai,zang wai mai he,yi ci xing fan he|Takeaway boxes,lunch box|倒净残渣；洗净的塑料盒可回收|Empty it; a washed plastic box is recyclable|外卖盒有油，丢其他；洗干净了才能回收。|A greasy box goes in Other; a washed one can be recycled.
48|O|G|c|一次性纸杯|一次性纸杯,纸杯,咖啡杯|yi ci xing zhi bei,zhi bei,ka fei bei|Paper cups|内壁有塑料膜|There is plastic film inside||
49|O|Q|cl|奶茶杯|奶茶杯,奶茶杯子,饮料杯|nai cha bei,nai cha bei zi,yin liao bei|Bubble-tea cup,milk-tea cup|液体倒掉、珍珠进厨余；洗净的塑料杯可回收|Empty it, pearls to food waste; a washed plastic cup is recyclable|奶茶水倒掉，珍珠丢厨余，杯子丢其他。|Pour the tea away, pearls to food waste, cup to Other.
50|O|Q|cl|吸管|吸管,塑料吸管|xi guan,su liao xi guan|Straws||||
51|O|Z|cl|塑料袋（脏、薄）|塑料袋,垃圾袋,方便袋,口袋,背心袋,塑料口袋,袋子,塑胶袋,袋袋|su liao dai,la ji dai,fang bian dai,kou dai,bei xin dai,su liao kou dai,dai zi,su jiao dai,dai dai|Plastic bags,carrier bag|破袋后袋子投这里|After emptying, the bag goes here|厨余倒进绿桶，袋子丢这边其他桶。|Empty the food waste into green; the bag goes here.
52|O|G|c|保鲜膜|保鲜膜,保鲜袋|bao xian mo,bao xian dai|Cling film,food wrap||||
55|O|G|c|方便面桶|方便面桶,泡面桶,方便面,泡面|fang bian mian tong,pao mian tong,fang bian mian,pao mian|Instant-noodle tub||||
56|O|G|cl|零食袋、薯片袋|零食袋,薯片袋,包装袋,糖纸|ling shi dai,shu pian dai,bao zhuang dai,tang zhi|Snack bags,crisp packet,chip bag,wrapper||||
57|O|G|c|牛奶软袋|牛奶软袋,牛奶袋,奶袋|niu nai ruan dai,niu nai dai,nai dai|Milk pouch|与纸盒装区分|Cartons are recyclable||
63|O|G|cbl|旧毛巾、抹布|旧毛巾,抹布,毛巾,拖把布,抹桌帕,洗碗帕,洗脸帕,帕子,抹帕|jiu mao jin,ma bu,mao jin,tuo ba bu,ma zhuo pa,xi wan pa,xi lian pa,pa zi,ma pa|Towels,rags,dishcloth||||
135|O|G|c|猪蹄骨|猪蹄骨,猪蹄,猪脚骨,蹄髈骨|zhu ti gu,zhu ti,zhu jiao gu,ti pang gu|Pig trotter bones|又大又硬，烂不掉|Big and hard, does not rot||
151|O|Q|cl|茶包|茶包,袋泡茶,泡过的茶包|cha bao,dai pao cha,pao guo de cha bao|Tea bag|拆得开的，茶叶归厨余|If it opens, the leaves are food waste||
152|O|Q|cb|中药袋|中药袋,药渣袋,纱布药袋|zhong yao dai,yao zha dai,sha bu yao dai|Medicine pouch,herb pouch|药渣倒出来归厨余|Empty it, the dregs are food waste||
155|O|G|c|竹签、烧烤签|竹签,签签,串串签,烧烤签,竹签子|zhu qian,qian qian,chuan chuan qian,shao kao qian,zhu qian zi|Skewers,bamboo sticks|掰断包好，别扎手|Break and wrap them||
156|O|G|c|一次性餐具|一次性餐具,塑料勺,一次性勺子,一次性叉子,塑料刀叉,一次性碗|yi ci xing can ju,su liao shao,yi ci xing shao zi,yi ci xing cha zi,su liao dao cha,yi ci xing wan|Plastic cutlery,disposable cutlery||||
157|O|G|c|菜板|菜板,砧板,案板,木菜板,竹菜板|cai ban,zhen ban,an ban,mu cai ban,zhu cai ban|Chopping board|太大的算大件|A very large one is bulky||
158|O|G|c|锡纸、铝箔盒|锡纸,锡纸盒,铝箔盒,锡箔纸,烤盘纸|xi zhi,xi zhi he,lv bo he,xi bo zhi,kao pan zhi|Foil,foil tray|洗干净的铝盒归可回收|A washed tray is recyclable||
159|O|G|c|油纸、吸油纸|油纸,烘焙纸,吸油纸,硅油纸|you zhi,hong bei zhi,xi you zhi,gui you zhi|Baking paper,greaseproof paper||||
160|O|Z|c|厨房纸|厨房纸,厨房用纸,擦油纸,擦手纸|chu fang zhi,chu fang yong zhi,ca you zhi,ca shou zhi|Kitchen paper,kitchen roll||||
161|O|G|c|钢丝球、洗碗布|钢丝球,洗碗布,百洁布,洗碗海绵,丝瓜瓤,刷锅球,海绵|gang si qiu,xi wan bu,bai jie bu,xi wan hai mian,si gua rang,shua guo qiu,hai mian|Steel wool,scourer,sponge||||
162|O|G|cb|橡胶手套、一次性手套|手套,橡胶手套,一次性手套,洗碗手套,胶手套|shou tao,xiang jiao shou tao,yi ci xing shou tao,xi wan shou tao,jiao shou tao|Rubber gloves,gloves||||
164|O|T|c|泡菜坛、砂锅|泡菜坛,泡菜坛子,坛子,砂锅,瓦罐,土坛子,酒坛,炖锅,缸钵|pao cai tan,pao cai tan zi,tan zi,sha guo,wa guan,tu tan zi,jiu tan,dun guo,gang bo|Pickle jar,clay pot,casserole|碎的包好写“小心割手”|Wrap broken pieces and write “sharp”|坛坛罐罐是陶的，收不了，丢其他；碎的包好。|Clay pots cannot be recycled: Other. Wrap broken ones.
168|O|G|c|玻璃锅盖、耐热玻璃|玻璃锅盖,锅盖,微波炉转盘,钢化玻璃,耐热玻璃|bo li guo gai,guo gai,wei bo lu zhuan pan,gang hua bo li,nai re bo li|Glass pan lid,tempered glass|钢化玻璃各地说法不一|Places differ on tempered glass||
170|O|G|cl|背篼、竹篮|背篼,竹篮,竹筐,簸箕,筲箕,草帽|bei dou,zhu lan,zhu kuang,bo ji,shao ji,cao mao|Bamboo basket,straw hat||||
171|O|G|cl|扫把、拖把、撮箕|扫把,扫帚,拖把,撮箕,鸡毛掸子|sao ba,sao zhou,tuo ba,cuo ji,ji mao dan zi|Broom,mop,dustpan|长杆子掰短再投|Shorten the handle||
174|O|G|c|软木塞|软木塞,红酒塞,木塞|ruan mu sai,hong jiu sai,mu sai|Cork||||
175|O|G|cl|水果网套|水果网套,泡沫网,网套,水果套,网兜|shui guo wang tao,pao mo wang,wang tao,shui guo tao,wang dou|Foam fruit net,netting||||
181|O|G|c|调料包、盐袋|调料包,盐袋,味精袋,调料袋,酱包|tiao liao bao,yan dai,wei jing dai,tiao liao dai,jiang bao|Spice packet,sauce packet||||
189|O|G|c|净水器滤芯|滤芯,净水器滤芯,净水滤芯|lv xin,jing shui qi lv xin,jing shui lv xin|Water filter cartridge||||
190|O|T|c|煤灰、炭灰|煤灰,炭灰,煤渣,蜂窝煤,木炭,草木灰|mei hui,tan hui,mei zha,feng wo mei,mu tan,cao mu hui|Coal ash,charcoal|完全熄灭、放凉再投|Dead cold before it goes in|灰要凉透了再倒，不然要烧桶。|Ash must be stone cold, or the bin burns.
191|O|G|c|冰袋|冰袋,冰宝,生鲜冰袋,保冷袋|bing dai,bing bao,sheng xian bing dai,bao leng dai|Ice pack,cool pack|里面的胶别倒下水道|Do not pour the gel down the drain||
192|O|G|cl|绳子、橡皮筋|绳子,橡皮筋,皮筋,麻绳,塑料绳,打包带|sheng zi,xiang pi jin,pi jin,ma sheng,su liao sheng,da bao dai|String,rubber band,rope||||
243|O|G|cl|粘鼠板、粘蝇纸|粘鼠板,粘蝇纸,苍蝇贴,老鼠板|zhan shu ban,zhan ying zhi,cang ying tie,lao shu ban|Glue trap,fly paper|粘了东西的装袋封好|Bag and close it||
252|O|Z|cl|沾油、打湿的纸|沾油的纸,打湿的纸,脏纸,湿了的纸,油纸盒|zhan you de zhi,da shi de zhi,zang zhi,shi le de zhi,you zhi he|Dirty paper,wet paper,greasy paper|脏了湿了就收不了|Dirty or wet, it cannot be recycled||
253|O|Z|cl|披萨盒、蛋糕盒（有油）|披萨盒,比萨盒,蛋糕盒,纸餐盒|pi sa he,bi sa he,dan gao he,zhi can he|Pizza box,cake box|干净的那一半撕下来可回收|Tear off the clean half, it is recyclable||
258|O|G|cl|无纺布袋|无纺布袋,环保袋,无纺布|wu fang bu dai,huan bao dai,wu fang bu|Non-woven bag,shopping bag||||
312|O|G|c|泡沫饭盒|泡沫饭盒,泡沫餐盒,发泡餐盒|pao mo fan he,pao mo can he,fa pao can he|Foam lunch box||||
313|O|G|cl|雪糕棍、搅拌棒|雪糕棍,搅拌棒,冰棍棒,棒棒糖棍|xue gao gun,jiao ban bang,bing gun bang,bang bang tang gun|Ice-lolly stick,stirrer||||
314|O|G|c|咖啡胶囊|咖啡胶囊,胶囊咖啡|ka fei jiao nang,jiao nang ka fei|Coffee capsule|咖啡渣掏出来归厨余|The grounds are food waste||
315|O|G|c|咖啡滤纸|咖啡滤纸,滤纸|ka fei lv zhi,lv zhi|Coffee filter||||
316|O|G|cl|塑料布、薄膜|塑料布,薄膜,防尘布,彩条布,地膜,一次性桌布|su liao bu,bo mo,fang chen bu,cai tiao bu,di mo,yi ci xing zhuo bu|Plastic sheet,film||||
320|O|G|c|鸡毛、鸭毛|鸡毛,鸭毛,羽毛|ji mao,ya mao,yu mao|Feathers|各地说法不一|Places differ||
321|O|G|c|甲鱼壳|甲鱼壳,乌龟壳,鲍鱼壳|jia yu ke,wu gui ke,bao yu ke|Turtle shell,abalone shell|太硬，烂不掉|Too hard to rot||
324|O|G|cl|夹子、发夹|夹子,封口夹,发夹,晾衣夹|jia zi,feng kou jia,fa jia,liang yi jia|Clip,hair clip,clothes peg||||
`
