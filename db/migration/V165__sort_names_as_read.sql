-- Names are sorted as a reader looks for them, whatever the locale of the server: Latin letters by the alphabet, without regard to capitals and
-- accents, and Chinese by its reading; in English lists after the Latin names, in Chinese ones before them.
create collation reader_en (provider = icu, locale = 'zh-u-co-pinyin-kr-latn-hani');
create collation reader_zh (provider = icu, locale = 'zh-u-co-pinyin-kr-hani-latn');

-- A name with each character that the collations read otherwise than people do, here or at the head of a person's name, in the place of one of
-- the right reading. It is sorted by, and never shown.
create function as_read(name text) returns text language plpgsql immutable strict parallel safe as
$$
declare
    words constant text[] := '{{重庆,虫庆},{银行,银航},{行业,航业},{厦门,夏门},{六安,鹿安},{番禺,潘禺},{蚌埠,泵埠},{会计,快计},{柏林,伯林},{朝鲜,潮鲜},
        {乐清,月清},{乐亭,烙亭},{乐陵,烙陵},{涡阳,锅阳},{莘县,身县},{单县,善县},{浚县,训县},{荥阳,形阳},{泌阳,必阳},{柞水,炸水},{尉犁,玉犁},{蔚县,玉县},
        {洪洞,洪同},{枞阳,宗阳},{歙县,社县},{铅山,言山},{台州,胎州},{传记,赚记},{曾,增},{藏,脏}}';
    surnames constant text[] := '{{尉迟,玉迟},{万俟,末俟},{单,善},{仇,求},{解,谢},{查,扎},{翟,宅},{盖,葛},{区,欧},{朴,飘},{覃,秦},{召,绍},{种,虫},{员,运},{缪,庙}}';
    said text := name;
    word text[];
begin
    if octet_length(name) = length(name) then
        return name;
    end if;
    if name ~ '^[\u3400-\u9fff]{2,4}$' then
        foreach word slice 1 in array surnames loop
            said := regexp_replace(said, '^' || word[1], word[2]);
        end loop;
    end if;
    foreach word slice 1 in array words loop
        said := replace(said, word[1], word[2]);
    end loop;
    return regexp_replace(said, '(?<![部省市县区州镇乡村院校会局司厅处科行社所站团队组秘董事首家])长', '常', 'g');
end
$$;

drop index agreement_title_idx;
drop index project_title_idx;
create index agreement_title_idx on agreement (as_read(coalesce(title, local_title)) collate reader_en, id desc);
create index project_title_idx on project (as_read(coalesce(title, local_title)) collate reader_en, id desc);
create index agreement_local_title_idx on agreement (as_read(coalesce(local_title, title)) collate reader_zh, id desc);
create index project_local_title_idx on project (as_read(coalesce(local_title, title)) collate reader_zh, id desc);
