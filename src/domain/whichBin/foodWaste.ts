/** Food waste. One thing a line, in the columns that `list.ts` explains. A number is a name: it is never given to another thing. */
export const FOOD_WASTE = `
1|K|T|c|剩饭剩菜|剩饭剩菜,剩饭,剩菜,饭菜,泔水,米饭,面条,冷饭,干饭,剩面,外卖剩菜|sheng fan sheng cai,sheng fan,sheng cai,fan cai,gan shui,mi fan,mian tiao,leng fan,gan fan,sheng mian,wai mai sheng cai|Leftovers,rice,food scraps|沥干汤水再投|Drain the soup first|剩饭剩菜是厨余，汤水沥干再倒，袋子丢旁边其他桶。|Leftovers are food waste: drain them, empty the bag, and put the bag in Other.
2|K|Z|c|菜叶、菜根|菜叶,菜根,菜,菜帮,烂菜,蔬菜,莲花白,白菜,豌豆尖,藤藤菜,烂菜叶|cai ye,cai gen,cai,cai bang,lan cai,shu cai,lian hua bai,bai cai,wan dou jian,teng teng cai,lan cai ye|Vegetable leaves,roots,vegetables|去掉捆扎绳和标签|Take off strings and labels||
3|K|Z|cl|西瓜皮、果皮|西瓜皮,果皮,水果,香蕉皮,橘子皮,苹果皮,柚子皮|xi gua pi,guo pi,shui guo,xiang jiao pi,ju zi pi,ping guo pi,you zi pi|Fruit peel,watermelon rind,banana skin,orange peel||||
4|K|T|cl|果核（苹果、桃）|果核,桃核,苹果核,芒果核,杏核,桃子核|guo he,tao he,ping guo he,mang guo he,xing he,tao zi he|Fruit stones and cores,apple core,peach stone||||
5|K|T|c|鸡蛋壳|鸡蛋壳,蛋壳,鸭蛋壳,鸡蛋|ji dan ke,dan ke,ya dan ke,ji dan|Eggshells||||
6|K|Z|cl|茶叶渣|茶叶渣,茶叶,茶渣|cha ye zha,cha ye,cha zha|Tea leaves|整个茶包（带袋）归其他|A whole tea bag goes to Other||
7|K|Z|cl|咖啡渣|咖啡渣,咖啡|ka fei zha,ka fei|Coffee grounds|滤纸归其他|The filter goes to Other||
8|K|Q|c|中药渣|中药渣,药渣,中药|zhong yao zha,yao zha,zhong yao|Herbal medicine dregs|药渣厨余，药袋其他|Dregs here, the pouch to Other||
9|K|Z|c|鱼骨、鱼鳞、内脏|鱼骨,鱼鳞,内脏,鱼刺,鱼头,鱼肠|yu gu,yu lin,nei zang,yu ci,yu tou,yu chang|Fish bones,fish scales,guts||||
10|K|Z|c|鸡骨、鸭骨等小骨头|鸡骨,鸡骨头,鸭骨头,小骨头,鸭骨,鸡翅骨|ji gu,ji gu tou,ya gu tou,xiao gu tou,ya gu,ji chi gu|Small bones,chicken bones,duck bones|与大骨头区分|Big bones go to Other|鸡骨头小，容易烂，丢厨余；大骨头才丢其他。|Chicken bones are small and rot, so food waste; only big bones go to Other.
11|K|T|c|虾壳|虾壳,虾,虾头|xia ke,xia,xia tou|Prawn shells,shrimp||||
12|K|T|c|小龙虾壳|小龙虾壳,小龙虾,龙虾壳|xiao long xia ke,xiao long xia,long xia ke|Crayfish shells,crawfish|锡纸盒另投|The foil tray goes elsewhere||
13|K|T|c|螃蟹壳|螃蟹壳,螃蟹,蟹壳|pang xie ke,pang xie,xie ke|Crab shells||||
14|K|Q|cl|花生壳|花生壳,花生|hua sheng ke,hua sheng|Peanut shells||||
15|K|Q|cl|瓜子壳|瓜子壳,瓜子,瓜子皮|gua zi ke,gua zi,gua zi pi|Seed husks,melon seeds,sunflower seeds||||
16|K|Q|cl|荔枝壳、桂圆壳|荔枝壳,桂圆壳,荔枝,桂圆,龙眼壳|li zhi ke,gui yuan ke,li zhi,gui yuan,long yan ke|Lychee and longan shells||||
17|K|G|c|玉米芯|玉米芯,玉米棒,包谷芯,玉米骨头|yu mi xin,yu mi bang,bao gu xin,yu mi gu tou|Corn cobs|各地说法不一|Places differ||
18|K|G|c|甘蔗渣|甘蔗渣,甘蔗|gan zhe zha,gan zhe|Sugar-cane pulp|甘蔗皮另归其他|The hard skin goes to Other||
19|K|T|c|火锅底料、红油渣|火锅底料,红油渣,火锅,底料,红油|huo guo di liao,hong you zha,huo guo,di liao,hong you|Hot-pot base,chilli oil dregs|捞出固体，废油另装|Lift out the solids, bottle the oil|火锅捞干了是厨余，油装进瓶子，别倒下水道。|Strained hot-pot is food waste; bottle the oil, never down the drain.
21|K|Z|cl|过期面包、糕点|过期面包,糕点,面包,蛋糕,馒头,包子|guo qi mian bao,gao dian,mian bao,dan gao,man tou,bao zi|Stale bread,cake,pastry|去包装|Without the wrapping||
22|K|Z|cl|过期零食、饼干|过期零食,饼干,零食,糖果|guo qi ling shi,bing gan,ling shi,tang guo|Old snacks,biscuits,cookies|去包装，包装袋归其他|Without the wrapping, which goes to Other||
23|K|G|l|宠物饲料|宠物饲料,狗粮,猫粮|chong wu si liao,gou liang,mao liang|Pet food|去包装|Without the packaging||
24|K|T|c|豆腐、豆渣|豆腐,豆渣,豆花|dou fu,dou zha,dou hua|Tofu,bean dregs||||
25|K|T|l|鲜花、盆栽残枝（家庭少量）|鲜花,盆栽残枝,盆栽,花,绿植,落叶,树叶,多肉,吊兰,水仙,绿萝,枯花,干花,枯叶|xian hua,pen zai can zhi,pen zai,hua,lv zhi,luo ye,shu ye,duo rou,diao lan,shui xian,lv luo,ku hua,gan hua,ku ye|Flowers,pot plants|去花盆；物业修剪的算园林垃圾|Without the pot; trimmings by the property office are garden waste||
26|K|Q|cl|奶茶里的珍珠、果粒|奶茶里的珍珠,果粒,珍珠,椰果|nai cha li de zhen zhu,guo li,zhen zhu,ye guo|Bubble-tea pearls,tapioca|先把水倒下水道|Pour the drink down the drain first|奶茶水倒掉，珍珠丢厨余，杯子丢其他。|Pour the tea away, pearls to food waste, cup to Other.
121|K|Z|c|洋芋皮、红苕皮|洋芋皮,土豆皮,洋芋,土豆,红苕皮,红薯皮,红苕,红薯,萝卜皮,南瓜皮,冬瓜皮,丝瓜皮,瓜皮,削下来的皮|yang yu pi,tu dou pi,yang yu,tu dou,hong shao pi,hong shu pi,hong shao,hong shu,luo bo pi,nan gua pi,dong gua pi,si gua pi,gua pi,xiao xia lai de pi|Potato peel,vegetable peel,sweet potato||||
122|K|Z|c|海椒、辣椒|海椒,辣椒,干海椒,青椒,海椒把把,辣椒籽|hai jiao,la jiao,gan hai jiao,qing jiao,hai jiao ba ba,la jiao zi|Chilli,pepper,chilli stalks||||
123|K|Z|c|葱姜蒜皮|葱姜蒜皮,葱,姜,蒜,大蒜,蒜皮,姜皮,葱根,洋葱皮,香菜根|cong jiang suan pi,cong,jiang,suan,da suan,suan pi,jiang pi,cong gen,yang cong pi,xiang cai gen|Garlic and onion skins,ginger,spring onion||||
124|K|T|c|泡菜、咸菜|泡菜,咸菜,酸菜,榨菜,泡海椒,腌菜|pao cai,xian cai,suan cai,zha cai,pao hai jiao,yan cai|Pickles,pickled vegetables|盐水沥干再投|Drain the brine first||
125|K|T|c|豆瓣、酱料|豆瓣,豆瓣酱,酱料,海椒酱,辣酱,豆豉,过期酱|dou ban,dou ban jiang,jiang liao,hai jiao jiang,la jiang,dou chi,guo qi jiang|Bean paste,sauce|瓶子洗净可回收|A washed jar is recyclable||
126|K|T|c|串串、冒菜、麻辣烫|串串,冒菜,麻辣烫,钵钵鸡,烧烤,烤串|chuan chuan,mao cai,ma la tang,bo bo ji,shao kao,kao chuan|Skewer food,hot-pot skewers|竹签抽出来丢其他|Pull the sticks out, they go to Other|签签抽出来丢其他，菜沥干丢厨余。|Sticks out to Other; the food, drained, is food waste.
127|K|T|c|抄手、饺子、汤圆|抄手,饺子,汤圆,馄饨,速冻饺子,粉丝,米线,凉粉|chao shou,jiao zi,tang yuan,hun tun,su dong jiao zi,fen si,mi xian,liang fen|Dumplings,wonton,rice noodles||||
128|K|T|c|米、面粉、豆子|米,大米,面粉,绿豆,黄豆,杂粮,生虫的米,五谷|mi,da mi,mian fen,lv dou,huang dou,za liang,sheng chong de mi,wu gu|Raw rice,flour,beans|去包装|Without the bag||
129|K|T|c|肉、肉皮|肉,猪肉,生肉,肥肉,肉皮,牛肉,鸡皮,坏了的肉,碎肉|rou,zhu rou,sheng rou,fei rou,rou pi,niu rou,ji pi,huai le de rou,sui rou|Meat,pork,raw meat,beef||||
130|K|T|c|香肠、腊肉|香肠,腊肉,火腿肠,午餐肉,熟食|xiang chang,la rou,huo tui chang,wu can rou,shu shi|Sausage,cured meat,ham|塑料肠衣剥下来丢其他|Peel off plastic casing, it goes to Other||
131|K|Z|c|鸡鸭内脏、毛肚|鸡内脏,鸭内脏,毛肚,鸭肠,黄喉,鸡肠子|ji nei zang,ya nei zang,mao du,ya chang,huang hou,ji chang zi|Giblets,tripe||||
132|K|T|c|鱼、泥鳅、黄鳝|鱼,死鱼,鱼肉,泥鳅,黄鳝,鳝鱼骨,鱼皮|yu,si yu,yu rou,ni qiu,huang shan,shan yu gu,yu pi|Fish,eel|去掉塑料袋|Without the bag||
133|K|Z|c|兔头、鸭脖、鸡爪骨|兔头,兔脑壳,鸭脖,鸭脖子,鸡爪骨,鸡脚骨,凤爪,鸡脚|tu tou,tu nao ke,ya bo,ya bo zi,ji zhua gu,ji jiao gu,feng zhua,ji jiao|Rabbit head,duck neck,chicken feet||||
134|K*|Z|c|排骨|排骨,小排骨,肋骨,猪小排|pai gu,xiao pai gu,lei gu,zhu xiao pai|Ribs,pork ribs|城里的单子归厨余；很硬的大块归其他|The city lists bones as food waste; very hard big ones go to Other||
138|K|T|c|剩汤|剩汤,汤,汤水,鸡汤,稀饭|sheng tang,tang,tang shui,ji tang,xi fan|Soup,porridge|汤倒下水道，捞起来的丢厨余|Liquid down the drain, what is left is food waste||
139|K|T|c|蜂蜜、果酱、糖|蜂蜜,果酱,白糖,冰糖,红糖|feng mi,guo jiang,bai tang,bing tang,hong tang|Honey,jam,sugar|罐子洗净可回收|A washed jar is recyclable||
140|K|T|c|盐、花椒、调料|盐,花椒,花椒面,味精,鸡精,八角,香料,调料,胡椒面|yan,hua jiao,hua jiao mian,wei jing,ji jing,ba jiao,xiang liao,tiao liao,hu jiao mian|Salt,spices,Sichuan pepper|去包装|Without the packet||
141|K|T|cl|过期奶粉、米粉|奶粉,过期奶粉,米粉,芝麻糊,麦片|nai fen,guo qi nai fen,mi fen,zhi ma hu,mai pian|Milk powder,cereal|罐子另丢|The tin goes elsewhere||
142|K|T|cl|月饼、粽子|月饼,粽子,糯米,糍粑,汤粑|yue bing,zong zi,nuo mi,ci ba,tang ba|Moon cake,zongzi|粽叶归其他|The leaves go to Other||
143|K|T|cl|巧克力、果冻、雪糕|巧克力,果冻,雪糕,冰淇淋,冰糕|qiao ke li,guo dong,xue gao,bing qi lin,bing gao|Chocolate,jelly,ice cream|包装和棍子归其他|Wrapper and stick go to Other||
144|K|Z|c|蘑菇、木耳|蘑菇,木耳,香菇,香菇脚,金针菇,菌子|mo gu,mu er,xiang gu,xiang gu jiao,jin zhen gu,jun zi|Mushrooms||||
145|K|G|c|笋壳|笋壳,竹笋壳,笋叶,笋子壳|sun ke,zhu sun ke,sun ye,sun zi ke|Bamboo-shoot husks|各地说法不一，很硬的归其他|Places differ; hard ones go to Other||
146|K|Z|c|豆荚、豆筋|毛豆壳,胡豆壳,豌豆壳,豆荚,豆角筋,四季豆|mao dou ke,hu dou ke,wan dou ke,dou jia,dou jiao jin,si ji dou|Bean pods,pea pods||||
147|K|Z|c|藕、荸荠皮|藕,莲藕,荸荠皮,山药皮,芋儿皮|ou,lian ou,bi qi pi,shan yao pi,yu er pi|Lotus root,yam peel||||
148|K|Z|cl|菠萝皮、火龙果皮|菠萝皮,火龙果皮,哈密瓜皮,猕猴桃皮,葡萄皮,石榴皮,芒果皮|bo luo pi,huo long guo pi,ha mi gua pi,mi hou tao pi,pu tao pi,shi liu pi,mang guo pi|Pineapple peel,melon rind||||
149|K|T|cl|枣核、荔枝核|枣核,荔枝核,龙眼核,樱桃核,李子核,葡萄籽|zao he,li zhi he,long yan he,ying tao he,li zi he,pu tao zi|Small fruit stones,cherry stones||||
150|K|Z|cl|坏了的水果|坏水果,烂水果,苹果,香蕉,橘子,柑子,梨,梨儿,桃子,葡萄,西瓜,草莓|huai shui guo,lan shui guo,ping guo,xiang jiao,ju zi,gan zi,li,li er,tao zi,pu tao,xi gua,cao mei|Rotten fruit,apple,banana,orange,pear|去掉标签和网套|Without label and foam net||
154|K|G|l|鱼食、鸟食|鱼食,鸟食,饲料,鱼饲料|yu shi,niao shi,si liao,yu si liao|Fish food,bird food|去包装|Without the packet||
225|K|G|bl|过期保健品|保健品,维生素,钙片,鱼肝油,蛋白粉|bao jian pin,wei sheng su,gai pian,yu gan you,dan bai fen|Vitamins,supplements|瓶子另丢；药店买的当药丢|The bottle goes elsewhere; from a chemist, treat it as medicine||
`
