"""Passwords of twelve characters and more that everybody tries first, in lower case, without blanks.

Shorter ones fail by their length and repeated or consecutive characters by their pattern, so neither is listed.
"""

COMMON_PASSWORDS = frozenset(
    """
    1q2w3e4r5t6y 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazxsw23edc 123qweasdzxc 123qwe123qwe 12345qwertyuiop q1w2e3r4t5y6
    qazwsxedcrfv qwer1234asdf qwerty123456 qwerty1234567 qwertyuiop12 qwertyuiop123 qwertyuiop1234 qwertyuiopasdfghjkl
    asdfghjkl123 asdfghjkl1234 zxcvbnm12345 zxcvbnm123456 zxcvbnmasdfghjkl a1b2c3d4e5f6 aa1122334455 abc123456789
    abcd12345678 abcd123456789 a12345678910 a123456789012 aa1234567890 asd123456789 qwe123456789 qaz123456789
    woaini123456 woaini1314520 woaini5201314 woaiwojia123 woaini520520 5201314woaini wodemima1234 wodemima123456
    mima12345678 mimamima1234 zhongguo1234 zhongguo123456 beijing123456 beijing2008huanying shanghai1234 shanghai123456
    guangzhou123 shenzhen1234 nihao1234567 nihaonihao12 gongxifacai888 gongxifacai8888 yuanbao12345 dashabi12345
    taobao123456 alibaba12345 tencent12345 weixin123456 wechat123456 iloveyou1314 iloveyou5201314 iloveyou1234
    iloveyou12345 iloveyou123456 iloveyou2024 iloveyou2025 iloveyou2026 password1234 password12345 password123456
    password1234567 password2023 password2024 password2025 password2026 passw0rd1234 p@ssw0rd1234 p@ssword1234
    p@ssw0rd12345 passwordpassword mypassword12 mypassword123 mypassword1234 changeme1234 changeme12345 changemenow1
    letmein12345 letmein123456 welcome12345 welcome123456 welcome2024! welcome2025! welcome2026! administrator
    administrator1 administrator123 admin1234567 admin12345678 admin123456789 adminadmin12 adminadmin123 adminadmin1234
    superadmin12 superadmin123 superuser123 superuser1234 root12345678 rootroot1234 system123456 sysadmin1234 test12345678
    testtest1234 testtesttest user12345678 guest1234567 default12345 secret123456 trustno1trustno1 correcthorsebatterystaple
    dragon123456 monkey123456 shadow123456 sunshine1234 princess1234 princess12345 football1234 football12345
    baseball1234 superman1234 starwars1234 pokemon12345 michael12345 jennifer1234 charlie12345 computer1234
    computer12345 internet1234 samsung12345 iphone123456 google123456 facebook1234 whatever1234 freedom12345
    merchant1234 merchant12345 merchant123456 bank12345678 yinhang12345 yinhang123456 shangjia1234 shanghu123456
    yufuka123456 prepaid12345 prepaid123456 prepaidcard1 prepaidcard123 zhanghao1234 guanliyuan123 guanliyuan1234
    """.split()
)
