/**
 * Words that guessers try first, folded (no diacritics, lower case): the most frequent of the public lists of leaked passwords, and
 * what people in Viet Nam choose. A phrase that is usually written together is listed as one word, because it is guessed as one.
 */
export const commonPassphrases: readonly string[] = `
123456 password passw0rd p@ssw0rd p@ssword iloveyou admin administrator welcome letmein monkey dragon master sunshine princess football
baseball superman batman trustno1 shadow michael jennifer jordan hunter charlie ashley bailey flower hello freedom whatever ninja
mustang access login secret samsung iphone android google facebook zalo youtube internet computer mobile windows apple xiaomi oppo
nokia vivo love lovely forever family happy money lucky angel baby honey sexy test guest root user demo changeme default temp
abc abc123 abcd1234 a123456 a123456789 aa123456 qwe123 asd123 zxc123 q1w2e3 1qaz2wsx pass pass123 matkhau matkhau123 mat khau khongbiet khong biet
khongcho khongcomatkhau khongcogi toiyeuem anhyeuem emyeuanh anh yeu em em yeu anh yeuem yeuanh yeunhau yeumai yeumaimai maiyeu maimaiyeuem
vietnam viet nam vietnamvodich vodich vo dich saigon sai gon hanoi ha noi danang da nang hue haiphong cantho nhatrang dalat quynhon
khanhhoa ninhthuan binhthuan lamdong daklak gialai nghean thanhhoa langson caobang hagiang laocai dienbien sonla
hochiminh bacho bac ho doclap tudo hanhphuc hanh phuc binhan binh an maiman may man taiphat loctho phattai phat tai tinhyeu tinh yeu
giadinh gia dinh cogai contrai congai conyeu con yeu meyeu me yeu boyeu bo yeu bome bo me chame cha me vochong vo chong
nguyen tran pham hoang huynh phan truong dang bui ngo duong linh trang huong thuy ngoc phuong thao hanh hien hung dung tuan minh long
nam son hai quang thang khanh lan mai hoa anh thu yen nhung nga tam an binh cuong dat duc giang khoa kien lam phong phuc quan tai thanh
thien tien toan tri trung tung viet vinh vuong xuan deptrai dep trai xinhgai xinh gai hoctro giaovien congan cong an bodoi bo doi
ubnd xa phuong thon ban to dan pho canbo can bo truongthon truong thon sothon so thon dieutra dieu tra laodong lao dong
chaobuoisang chao buoi sang xinchao xin chao camon cam on khongquen nhomai nho mai mottraitim hai ba bon nam sau bay tam chin muoi
onepiece naruto doraemon pokemon liverpool chelsea arsenal manchester barcelona realmadrid ronaldo messi
`.split('\n').flatMap((line) => line.trim().split(/\s+/)).filter((word) => word.length > 1)
