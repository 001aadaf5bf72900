-- What a revision was made from, so that all it wrote can be taken back as one.
alter table revision add column origin text;
create index revision_origin_idx on revision (origin) where origin is not null;

update revision set origin = 'draft ' || draft.id
from draft
where draft.state = 'published'
    and (reason like '%(draft ' || draft.id || ')' or reason like '%(draft ' || draft.id || ', published by %)');

-- The record that a line of a published draft has become.
alter table draft_line add column became_id bigint;
