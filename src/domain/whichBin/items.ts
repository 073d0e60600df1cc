/**
 * What goes where: the 120 household things of the look-up. Data, one thing a line, so that it can be read and corrected as the
 * list it is; that is why it is long. Names in pinyin are written here, with a space between syllables, so that no
 * pinyin table has to be carried to a phone.
 *
 * class | label | names | the names in pinyin | English names | tip | tip in English | said to a resident | the same in English
 *
 * Classes: K food waste, O other, R recyclable, H hazardous, B bulky, C building and garden waste, X in no bin.
 * A star: places differ or the city's text is silent; the answer says 以小区公示为准.
 */
export const ITEM_LINES = `
K|剩饭剩菜|剩饭剩菜,剩饭,剩菜,饭菜,泔水,米饭,面条|sheng fan sheng cai,sheng fan,sheng cai,fan cai,gan shui,mi fan,mian tiao|Leftovers,rice,food scraps|沥干汤水再投|Drain the soup first|剩饭剩菜是厨余，汤水沥干再倒，袋子丢旁边其他桶。|Leftovers are food waste: drain them, empty the bag, and put the bag in Other.
K|菜叶、菜根|菜叶,菜根,菜,菜帮,烂菜,蔬菜|cai ye,cai gen,cai,cai bang,lan cai,shu cai|Vegetable leaves,roots,vegetables|去掉捆扎绳和标签|Take off strings and labels||
K|西瓜皮、果皮|西瓜皮,果皮,水果,香蕉皮,橘子皮,苹果皮,柚子皮|xi gua pi,guo pi,shui guo,xiang jiao pi,ju zi pi,ping guo pi,you zi pi|Watermelon rind,fruit peel,banana skin,orange peel||||
K|果核（苹果、桃）|果核,桃核,苹果核,芒果核,杏核|guo he,tao he,ping guo he,mang guo he,xing he|Fruit stones and cores,apple core,peach stone||||
K|鸡蛋壳|鸡蛋壳,蛋壳,鸭蛋壳,鸡蛋|ji dan ke,dan ke,ya dan ke,ji dan|Eggshells||||
K|茶叶渣|茶叶渣,茶叶,茶渣|cha ye zha,cha ye,cha zha|Tea leaves|整个茶包（带袋）归其他|A whole tea bag goes to Other||
K|咖啡渣|咖啡渣,咖啡|ka fei zha,ka fei|Coffee grounds|滤纸归其他|The filter goes to Other||
K|中药渣|中药渣,药渣,中药|zhong yao zha,yao zha,zhong yao|Herbal medicine dregs|药渣厨余，药袋其他|Dregs here, the pouch to Other||
K|鱼骨、鱼鳞、内脏|鱼骨,鱼鳞,内脏,鱼刺,鱼头,鱼肠|yu gu,yu lin,nei zang,yu ci,yu tou,yu chang|Fish bones,fish scales,guts||||
K|鸡骨、鸭骨等小骨头|鸡骨,鸡骨头,鸭骨头,小骨头,鸭骨,鸡翅骨|ji gu,ji gu tou,ya gu tou,xiao gu tou,ya gu,ji chi gu|Small bones,chicken bones,duck bones|与大骨头区分|Big bones go to Other|鸡骨头小，容易烂，丢厨余；大骨头才丢其他。|Chicken bones are small and rot, so food waste; only big bones go to Other.
K|虾壳|虾壳,虾,虾头|xia ke,xia,xia tou|Prawn shells,shrimp||||
K|小龙虾壳|小龙虾壳,小龙虾,龙虾壳|xiao long xia ke,xiao long xia,long xia ke|Crayfish shells,crawfish|锡纸盒另投|The foil tray goes elsewhere||
K|螃蟹壳|螃蟹壳,螃蟹,蟹壳|pang xie ke,pang xie,xie ke|Crab shells||||
K|花生壳|花生壳,花生|hua sheng ke,hua sheng|Peanut shells||||
K|瓜子壳|瓜子壳,瓜子,瓜子皮|gua zi ke,gua zi,gua zi pi|Seed husks,melon seeds,sunflower seeds||||
K|荔枝壳、桂圆壳|荔枝壳,桂圆壳,荔枝,桂圆,龙眼壳|li zhi ke,gui yuan ke,li zhi,gui yuan,long yan ke|Lychee and longan shells||||
K*|玉米芯|玉米芯,玉米棒,包谷芯,玉米骨头|yu mi xin,yu mi bang,bao gu xin,yu mi gu tou|Corn cobs|各地说法不一|Places differ||
K|甘蔗渣|甘蔗渣,甘蔗|gan zhe zha,gan zhe|Sugar-cane pulp|甘蔗皮另归其他|The hard skin goes to Other||
K|火锅底料、红油渣|火锅底料,红油渣,火锅,底料,红油|huo guo di liao,hong you zha,huo guo,di liao,hong you|Hot-pot base,chilli oil dregs|捞出固体，废油另装|Lift out the solids, bottle the oil|火锅捞干了是厨余，油装进瓶子，别倒下水道。|Strained hot-pot is food waste; bottle the oil, never down the drain.
X|废弃食用油|废弃食用油,废油,地沟油,食用油,剩油,炸过的油|fei qi shi yong you,fei you,di gou you,shi yong you,sheng you,zha guo de you|Used cooking oil|不倒桶、不下水：装瓶密封交专收点|Not in a bin, not down the drain: bottle it, seal it, hand it in|废油装进瓶子拧紧，交到收油的点，别倒桶里。|Put used oil in a closed bottle and hand it in; not in any bin.
K|过期面包、糕点|过期面包,糕点,面包,蛋糕,馒头,包子|guo qi mian bao,gao dian,mian bao,dan gao,man tou,bao zi|Stale bread,cake,pastry|去包装|Without the wrapping||
K|过期零食、饼干|过期零食,饼干,零食,糖果|guo qi ling shi,bing gan,ling shi,tang guo|Old snacks,biscuits,cookies|去包装，包装袋归其他|Without the wrapping, which goes to Other||
K|宠物饲料|宠物饲料,狗粮,猫粮|chong wu si liao,gou liang,mao liang|Pet food|去包装|Without the packaging||
K|豆腐、豆渣|豆腐,豆渣,豆花|dou fu,dou zha,dou hua|Tofu,bean dregs||||
K|鲜花、盆栽残枝（家庭少量）|鲜花,盆栽残枝,盆栽,花,绿植,落叶,树叶|xian hua,pen zai can zhi,pen zai,hua,lv zhi,luo ye,shu ye|Flowers,pot plants|去花盆；物业修剪的算园林垃圾|Without the pot; trimmings by the property office are garden waste||
K|奶茶里的珍珠、果粒|奶茶里的珍珠,果粒,珍珠,椰果|nai cha li de zhen zhu,guo li,zhen zhu,ye guo|Bubble-tea pearls,tapioca|先把水倒下水道|Pour the drink down the drain first|奶茶水倒掉，珍珠丢厨余，杯子丢其他。|Pour the tea away, pearls to food waste, cup to Other.
O*|大骨头（筒子骨、棒骨）|大骨头,筒子骨,棒骨,棒子骨,猪骨,牛骨,骨头|da gu tou,tong zi gu,bang gu,bang zi gu,zhu gu,niu gu,gu tou|Big bones,pork bones,beef bones|难腐坚硬，不算厨余|Hard, does not rot: no food waste|大骨头太硬，机器打不碎，要丢其他垃圾桶。|Big bones are too hard for the machine; they go in Other.
O|榴莲壳|榴莲壳,榴莲,榴莲皮|liu lian ke,liu lian,liu lian pi|Durian shell|硬壳带刺，包好防扎手|Hard and spiky: wrap it|榴莲壳硬，烂不掉，包好丢其他，别扎到手。|Durian shell is hard and does not rot; wrap it, put it in Other.
O|椰子壳|椰子壳,椰子|ye zi ke,ye zi|Coconut shell||||
O|核桃壳等坚硬果壳|核桃壳等坚硬果壳,核桃,核桃壳,坚果壳,夏威夷果壳,板栗壳,开心果壳|he tao ke deng jian ying guo ke,he tao,he tao ke,jian guo ke,xia wei yi guo ke,ban li ke,kai xin guo ke|Walnut shells,nutshells,hard nuts|太硬，烂不掉|Too hard to rot||
O|贝壳（生蚝、扇贝、花甲）|贝壳,生蚝壳,扇贝壳,花甲壳,蛤蜊壳|bei ke,sheng hao ke,shan bei ke,hua jia ke,ge li ke|Seashells,oyster,clam,scallop shells|太硬，烂不掉|Too hard to rot||
O*|田螺壳、螺蛳壳|田螺壳,螺蛳壳,田螺,螺蛳,螺壳|tian luo ke,luo si ke,tian luo,luo si,luo ke|Snail shells,river snails|各地说法不一|Places differ||
O|粽叶|粽叶,粽子叶,粽子皮|zong ye,zong zi ye,zong zi pi|Zongzi leaves,bamboo leaves|糯米馅归厨余|The rice goes to food waste||
O|玉米衣（外皮）|玉米衣,玉米皮,玉米叶|yu mi yi,yu mi pi,yu mi ye|Corn husks||||
O|甘蔗皮|甘蔗皮|gan zhe pi|Sugar-cane skin||||
O|湿纸巾|湿纸巾,湿巾,湿纸|shi zhi jin,shi jin,shi zhi|Wet wipes|“湿”不等于厨余|Wet does not mean food waste|湿纸巾虽然是湿的，烂不掉，丢其他。|A wet wipe is wet, but it does not rot: Other.
O|餐巾纸、面巾纸|餐巾纸,面巾纸,纸巾,抽纸,用过的纸|can jin zhi,mian jin zhi,zhi jin,chou zhi,yong guo de zhi|Napkins,tissues,paper napkins|用过的纸不能回收|Used tissue cannot be recycled|擦过的纸脏了，收不了，丢其他。|Used tissue is dirty and cannot be recycled: Other.
O|卫生纸|卫生纸,厕纸,手纸,卷纸|wei sheng zhi,ce zhi,shou zhi,juan zhi|Toilet paper||||
O|纸尿裤、尿不湿|纸尿裤,尿不湿,尿片,尿布|zhi niao ku,niao bu shi,niao pian,niao bu|Nappies,diapers|卷紧包好|Roll it up tight||
O|卫生巾|卫生巾,姨妈巾,护垫|wei sheng jin,yi ma jin,hu dian|Sanitary towels,pads|包好|Wrapped||
O|猫砂|猫砂,猫沙|mao sha,mao sha|Cat litter|结团不冲厕|Do not flush the clumps||
O|烟头|烟头,烟蒂,香烟,烟灰|yan tou,yan di,xiang yan,yan hui|Cigarette ends,ash|先彻底熄灭|Make sure it is out||
O|灰土、扫地灰|灰土,扫地灰,灰尘,尘土|hui tu,sao di hui,hui chen,chen tu|Dust,sweepings||||
O|头发|头发,毛发|tou fa,mao fa|Hair||||
O|陶瓷碗、瓷杯|陶瓷碗,瓷杯,陶瓷,瓷碗,盘子,碗,花盆|tao ci wan,ci bei,tao ci,ci wan,pan zi,wan,hua pen|Crockery,china,bowl,cup,plate,ceramics|碎的包好写“小心割手”|Wrap broken pieces and write “sharp”||
O|一次性筷子|一次性筷子,筷子,竹筷,牙签|yi ci xing kuai zi,kuai zi,zhu kuai,ya qian|Disposable chopsticks,toothpicks||||
O|外卖餐盒（有油污）|外卖餐盒,外卖盒,餐盒,饭盒,打包盒,快餐盒,外卖|wai mai can he,wai mai he,can he,fan he,da bao he,kuai can he,wai mai|Takeaway boxes,lunch box|倒净残渣；洗净的塑料盒可回收|Empty it; a washed plastic box is recyclable|外卖盒有油，丢其他；洗干净了才能回收。|A greasy box goes in Other; a washed one can be recycled.
O|一次性纸杯|一次性纸杯,纸杯,咖啡杯|yi ci xing zhi bei,zhi bei,ka fei bei|Paper cups|内壁有塑料膜|There is plastic film inside||
O|奶茶杯|奶茶杯,奶茶杯子,饮料杯|nai cha bei,nai cha bei zi,yin liao bei|Bubble-tea cup,milk-tea cup|液体倒掉、珍珠进厨余；洗净的塑料杯可回收|Empty it, pearls to food waste; a washed plastic cup is recyclable|奶茶水倒掉，珍珠丢厨余，杯子丢其他。|Pour the tea away, pearls to food waste, cup to Other.
O|吸管|吸管,塑料吸管|xi guan,su liao xi guan|Straws||||
O|塑料袋（脏、薄）|塑料袋,垃圾袋,方便袋,口袋,背心袋|su liao dai,la ji dai,fang bian dai,kou dai,bei xin dai|Plastic bags,carrier bag|破袋后袋子投这里|After emptying, the bag goes here|厨余倒进绿桶，袋子丢这边其他桶。|Empty the food waste into green; the bag goes here.
O|保鲜膜|保鲜膜,保鲜袋|bao xian mo,bao xian dai|Cling film,food wrap||||
O|快递袋、气泡袋|快递袋,气泡袋,气泡膜|kuai di dai,qi pao dai,qi pao mo|Courier bags,bubble wrap||||
O|胶带、快递单|胶带,快递单,透明胶,不干胶|jiao dai,kuai di dan,tou ming jiao,bu gan jiao|Sticky tape,courier labels|撕下再回收纸箱|Peel it off, then recycle the box||
O|方便面桶|方便面桶,泡面桶,方便面,泡面|fang bian mian tong,pao mian tong,fang bian mian,pao mian|Instant-noodle tub||||
O|零食袋、薯片袋|零食袋,薯片袋,包装袋,糖纸|ling shi dai,shu pian dai,bao zhuang dai,tang zhi|Snack bags,crisp packet,chip bag,wrapper||||
O|牛奶软袋|牛奶软袋,牛奶袋,奶袋|niu nai ruan dai,niu nai dai,nai dai|Milk pouch|与纸盒装区分|Cartons are recyclable||
O|口罩（日常）|口罩|kou zhao|Face masks|折叠包好|Fold and wrap it||
O|棉签、创可贴|棉签,创可贴,纱布|mian qian,chuang ke tie,sha bu|Cotton buds,plasters||||
O|面膜、化妆棉|面膜,化妆棉|mian mo,hua zhuang mian|Face sheets,cotton pads||||
O*|过期化妆品（膏、粉）|过期化妆品,化妆品,口红,粉底,护肤品|guo qi hua zhuang pin,hua zhuang pin,kou hong,fen di,hu fu pin|Old cosmetics,lipstick,make-up|容器洗净可回收|A washed container is recyclable||
O|旧牙刷|旧牙刷,牙刷|jiu ya shua,ya shua|Toothbrush||||
O|旧毛巾、抹布|旧毛巾,抹布,毛巾,拖把布|jiu mao jin,ma bu,mao jin,tuo ba bu|Towels,rags,dishcloth||||
O|旧内衣、旧袜子|旧内衣,旧袜子,内衣,袜子,内裤,丝袜|jiu nei yi,jiu wa zi,nei yi,wa zi,nei ku,si wa|Underwear,socks|不进旧衣箱|Not in the clothes bank||
O|一次性打火机|一次性打火机,打火机,火机|yi ci xing da huo ji,da huo ji,huo ji|Lighter|不要自己放气；还有气的交物业|Do not let the gas out; if not empty, give it to the property office|打火机别自己放气，还有气的交给物业。|Do not let the gas out of a lighter; if there is some, give it to the property office.
O|干燥剂|干燥剂,防潮珠|gan zao ji,fang chao zhu|Drying agent,silica gel||||
O|隐形眼镜、眼镜|隐形眼镜,眼镜,老花镜|yin xing yan jing,yan jing,lao hua jing|Glasses,contact lenses,spectacles||||
O|购物小票（热敏纸）|购物小票,小票,收据,发票,热敏纸|gou wu xiao piao,xiao piao,shou ju,fa piao,re min zhi|Receipts,till paper|不可回收|Not recyclable||
O|镜子|镜子|jing zi|Mirror|包好防割|Wrap it||
O|雨伞|雨伞,伞|yu san,san|Umbrella|金属骨架可拆卖|The metal frame can be sold||
O|干电池（5号/7号，无汞碱性）|干电池,5号电池,7号电池,碱性电池,五号电池,七号电池|gan dian chi,5 hao dian chi,7 hao dian chi,jian xing dian chi,wu hao dian chi,qi hao dian chi|Dry batteries,AA battery,AAA battery,AA,AAA,alkaline battery|无汞不算有害；漏液用袋装|No mercury, so not hazardous; bag it if it leaks|现在的5号7号电池没有汞，丢其他；纽扣电池才丢有害。|AA and AAA have no mercury now: Other. Only button cells are hazardous.
O*|LED灯泡|LED灯泡,led灯,灯泡,led灯管|led deng pao,led deng,deng pao,led deng guan|LED bulb,light bulb|不含汞，与节能灯区分|No mercury; energy-saving lamps are different||
R|矿泉水瓶、饮料瓶|矿泉水瓶,饮料瓶,塑料瓶,水瓶,可乐瓶,瓶子|kuang quan shui ping,yin liao ping,su liao ping,shui ping,ke le ping,ping zi|Plastic bottles,water bottle,drink bottle|倒空、踩扁|Empty it, step on it|瓶子倒空踩扁，丢蓝桶，还能卖钱。|Empty it, step on it, blue bin.
R|快递纸箱|快递纸箱,纸箱,纸盒,纸板,快递盒,纸壳|kuai di zhi xiang,zhi xiang,zhi he,zhi ban,kuai di he,zhi ke|Cardboard box,carton,parcel box|撕胶带、压平|Peel the tape, flatten it||
R|报纸、书本|报纸,书本,书,杂志,废纸,作业本|bao zhi,shu ben,shu,za zhi,fei zhi,zuo ye ben|Newspapers,books,magazines,paper|保持干燥|Keep it dry||
R|牛奶盒、利乐包|牛奶盒,利乐包,饮料盒|niu nai he,li le bao,yin liao he|Milk carton,juice carton|冲洗、压扁|Rinse and flatten||
R|易拉罐|易拉罐,可乐罐,啤酒罐,铝罐|yi la guan,ke le guan,pi jiu guan,lv guan|Cans,drink can,beer can|倒空压扁|Empty and flatten||
R|奶粉罐、铁罐|奶粉罐,铁罐,铁盒,罐头盒|nai fen guan,tie guan,tie he,guan tou he|Tins,milk-powder tin||||
R|玻璃瓶（酒瓶、酱油瓶）|玻璃瓶,酒瓶,酱油瓶,醋瓶,玻璃|bo li ping,jiu ping,jiang you ping,cu ping,bo li|Glass bottles,wine bottle,jar|倒空轻放|Empty it, set it down gently||
R|碎玻璃|碎玻璃,玻璃渣,碎玻璃杯,玻璃杯|sui bo li,bo li zha,sui bo li bei,bo li bei|Broken glass|厚纸包好并标注|Wrap in thick paper and write on it|碎玻璃厚纸包好，写上小心割手，别伤到收的人。|Wrap broken glass in thick paper and write “sharp”, so nobody gets cut.
R|洗发水瓶、洗洁精瓶|洗发水瓶,洗洁精瓶,沐浴露瓶,洗衣液瓶|xi fa shui ping,xi jie jing ping,mu yu lu ping,xi yi ye ping|Shampoo bottle,detergent bottle|冲净|Rinse it||
R|塑料盆、塑料玩具|塑料盆,塑料玩具,玩具,塑料桶|su liao pen,su liao wan ju,wan ju,su liao tong|Plastic bowls,plastic toys,toy||||
R|泡沫箱|泡沫箱,泡沫,泡沫板|pao mo xiang,pao mo,pao mo ban|Foam box,polystyrene|去胶带|Without tape||
R|旧衣服|旧衣服,衣服,旧衣,裤子|jiu yi fu,yi fu,jiu yi,ku zi|Old clothes,clothing|洗净打包，进旧衣箱|Wash, pack, clothes bank||
R|床单、被子|床单,被子,被套,窗帘,棉絮|chuang dan,bei zi,bei tao,chuang lian,mian xu|Sheets,duvet,quilt,curtain||||
R|毛绒玩具|毛绒玩具,布娃娃,公仔|mao rong wan ju,bu wa wa,gong zai|Soft toys,teddy||||
R|书包、皮包|书包,皮包,包包,背包|shu bao,pi bao,bao bao,bei bao|Bags,school bag,handbag||||
R|皮鞋、运动鞋|皮鞋,运动鞋,鞋,鞋子|pi xie,yun dong xie,xie,xie zi|Shoes,trainers,sneakers|成双捆好|Tie the pair together||
R|旧手机|旧手机,手机|jiu shou ji,shou ji|Mobile phone,old phone|清除个人信息，交正规回收|Wipe your data, give it to a proper recycler||
X*|充电宝|充电宝,移动电源,锂电池,鼓包电池|chong dian bao,yi dong dian yuan,li dian chi,gu bao dian chi|Power bank,lithium battery|含锂电，交回收员；鼓包的放沙盒、报物业，别压别扎|Lithium inside: give it to the recycler; a swollen one goes in the sand box, tell the property office|充电宝会起火，别丢桶里，交给我们单独放。|A power bank can burn: not in a bin, we keep it apart.
R|数据线、充电头|数据线,充电头,充电线,充电器,电线|shu ju xian,chong dian tou,chong dian xian,chong dian qi,dian xian|Cables,charger,wire||||
R|插线板|插线板,插座,插板,排插|cha xian ban,cha zuo,cha ban,pai cha|Power strip,extension lead||||
R|电饭煲、小家电|电饭煲,小家电,电饭锅,热水壶,吹风机,电器|dian fan bao,xiao jia dian,dian fan guo,re shui hu,chui feng ji,dian qi|Rice cooker,small appliances,kettle,hair dryer|取出电池|Take the batteries out||
R|电风扇|电风扇,风扇,电扇|dian feng shan,feng shan,dian shan|Electric fan||||
R|锅、不锈钢餐具|锅,不锈钢餐具,铁锅,炒锅,不锈钢,勺子|guo,bu xiu gang can ju,tie guo,chao guo,bu xiu gang,shao zi|Pots,pans,cutlery,steel||||
R|菜刀、剪刀|菜刀,剪刀,刀|cai dao,jian dao,dao|Knives,scissors|包好刃口|Wrap the blade||
R|衣架|衣架,晾衣架|yi jia,liang yi jia|Coat hangers||||
R|花露水瓶、香水瓶|花露水瓶,香水瓶,花露水,香水|hua lu shui ping,xiang shui ping,hua lu shui,xiang shui|Perfume bottle||||
R|电子体温计、电子血压计|电子体温计,电子血压计|dian zi ti wen ji,dian zi xue ya ji|Digital thermometer,digital blood-pressure meter|取出电池|Take the batteries out||
H|过期药品（片、胶囊、药水）|过期药品,药,药片,胶囊,药水,过期药,感冒药,药品|guo qi yao pin,yao,yao pian,jiao nang,yao shui,guo qi yao,gan mao yao,yao pin|Old medicine,pills,capsules,syrup|连内包装；外纸盒可回收|With the blister; the paper box is recyclable|过期的药连板子一起丢红桶，纸盒可以回收。|Old pills go in the red bin with the blister; the paper box can be recycled.
H|药膏|药膏,软膏,眼药膏|yao gao,ruan gao,yan yao gao|Ointment||||
H|荧光灯管|荧光灯管,灯管,日光灯,日光灯管|ying guang deng guan,deng guan,ri guang deng,ri guang deng guan|Fluorescent tube|完整不打碎，套纸筒|Whole, in its paper sleeve|灯管里头有汞，别打碎，套上纸筒丢红桶。|There is mercury in the tube: do not break it, red bin.
H|节能灯|节能灯,节能灯泡|jie neng deng,jie neng deng pao|Energy-saving lamp|轻放|Set it down gently||
H|水银温度计|水银温度计,温度计,体温计,水银体温计,水银|shui yin wen du ji,wen du ji,ti wen ji,shui yin ti wen ji,shui yin|Mercury thermometer|打碎后用水覆盖汞珠、密封|If broken, cover the drops with water and seal|打碎了别用手捡，用水盖住，装瓶密封交给我们。|If broken, do not touch it: cover with water, seal it in a bottle, give it to us.
H|水银血压计|水银血压计,血压计|shui yin xue ya ji,xue ya ji|Mercury blood-pressure meter||||
H|纽扣电池|纽扣电池,手表电池,圆电池|niu kou dian chi,shou biao dian chi,yuan dian chi|Button cell,watch battery|用胶带缠好|Wrap it in tape||
H|镍镉充电电池|镍镉充电电池,充电电池,镍镉电池|nie ge chong dian dian chi,chong dian dian chi,nie ge dian chi|Rechargeable battery,NiCd battery||||
H|油漆桶、稀料|油漆桶,稀料,油漆,涂料|you qi tong,xi liao,you qi,tu liao|Paint tin,thinner|密闭|Closed tight||
H|杀虫剂罐|杀虫剂罐,杀虫剂,农药,蚊香液|sha chong ji guan,sha chong ji,nong yao,wen xiang ye|Insecticide,bug spray|不刺破|Do not pierce it||
H|指甲油、染发剂|指甲油,染发剂,染发膏|zhi jia you,ran fa ji,ran fa gao|Nail varnish,hair dye,nail polish||||
H|老鼠药|老鼠药,鼠药,毒药|lao shu yao,shu yao,du yao|Rat poison|密封交物业|Sealed, to the property office||
H*|消毒剂及其容器|消毒剂及其容器,消毒剂,消毒液,84,84消毒液,消毒水,酒精|xiao du ji ji qi rong qi,xiao du ji,xiao du ye,84,84 xiao du ye,xiao du shui,jiu jing|Disinfectant,bleach|带容器一起交；空瓶各地说法不一|With its container; places differ on empty bottles||
H|X光片、胶卷、老照片相纸|X光片,胶卷,老照片相纸,x光片,照片,老照片,相纸,ct片|x guang pian,jiao juan,lao zhao pian xiang zhi,x guang pian,zhao pian,lao zhao pian,xiang zhi,ct pian|X-ray film,photographs,photo paper||||
B|沙发、床垫、衣柜|沙发,床垫,衣柜,家具,床,桌子,柜子,大件,旧家具|sha fa,chuang dian,yi gui,jia ju,chuang,zhuo zi,gui zi,da jian,jiu jia ju|Sofa,mattress,wardrobe,furniture|预约收运，别靠在桶边|Book a pick-up; not beside the bins|大件不进桶，跟物业约个时间来拉。|Bulky things do not go in a bin; ask the property office for a pick-up.
C|砖块、瓷砖、马桶|砖块,瓷砖,马桶,砖,砖头,装修垃圾,水泥,建筑垃圾|zhuan kuai,ci zhuan,ma tong,zhuan,zhuan tou,zhuang xiu la ji,shui ni,jian zhu la ji|Bricks,tiles,toilet bowl,rubble|袋装到指定点，不进四色桶|Bagged, at the named spot, not in the four bins|装修垃圾袋装好，放到指定的点，别倒桶里。|Bag building waste and take it to the named spot, not in the bins.
C|园林枝条（物业修剪）|园林枝条,树枝,枝条,园林|yuan lin zhi tiao,shu zhi,zhi tiao,yuan lin|Garden trimmings,branches|园林绿化垃圾，另行收运|Garden waste, collected apart||
X|电动车电池、汽车蓄电池|电动车电池,汽车蓄电池,电瓶,蓄电池,电瓶车电池,汽车电池|dian dong che dian chi,qi che xu dian chi,dian ping,xu dian chi,dian ping che dian chi,qi che dian chi|E-bike battery,car battery|严禁入桶；交门店或回收企业|Never in a bin; back to the shop or a recycler|电瓶会起火，千万别放桶边，拿回店里换。|An e-bike battery can burn: never beside the bins, take it back to the shop.
X*|宠物粪便|宠物粪便,狗屎,猫屎,狗粪,粪便|chong wu fen bian,gou shi,mao shi,gou fen,fen bian|Pet droppings,dog poo|冲厕为主，袋子归其他|Flush it; the bag goes to Other||
X|液化气罐、丁烷气罐（未用完）|液化气罐,丁烷气罐,气罐,煤气罐,卡式炉气罐,丁烷|ye hua qi guan,ding wan qi guan,qi guan,mei qi guan,ka shi lu qi guan,ding wan|Gas bottle,butane can,gas canister|联系燃气或商家回收，别入桶|Call the gas firm or the shop; not in a bin|还有气的罐子别丢，打燃气公司电话来收。|A can with gas in it is not waste: call the gas firm.
X|宠物尸体|宠物尸体,死猫,死狗,死老鼠|chong wu shi ti,si mao,si gou,si lao shu|Dead pet,dead animal|联系无害化处理，先问物业|Ask the property office; it is collected apart||
`
