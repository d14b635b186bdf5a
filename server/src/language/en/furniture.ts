/**
 * What news pages print around an article. Matched against whole lines in lower case, straight apostrophes.
 *
 * Left out on purpose, because articles say them too: "live", "home", "opinion", "analysis", "update", "correction",
 * "editor's note" (it is text that a reader must see), and bare verbs such as "follow" or "watch" in front of prose.
 */

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** The whole line, a closing full stop, colon or arrow aside. */
export const FURNITURE_LINES: ReadonlySet<string> = new Set(
  lines(`
    ad
    advert
    advertisement
    advertising
    sponsored
    sponsored content
    sponsored links
    promoted
    promoted content
    paid content
    paid post
    partner content
    outbrain
    taboola
    revcontent
    zergnet
    disqus
    mgid
    addthis
    sharethis
    story continues below
    story continues below advertisement
    story continues after advertisement
    article continues below
    article continues after this message
    article continues after advertisement
    continue reading
    continue reading below
    continue reading the main story
    advertisement - continue reading below
    read more
    read full article
    read full story
    read the full story
    read next
    read this next
    learn more
    see more
    show more
    load more
    view more
    see also
    find out more
    related
    related articles
    related content
    related coverage
    related links
    related news
    related posts
    related stories
    related story
    related topics
    related video
    related videos
    you may also like
    you might also like
    you may like
    around the web
    from around the web
    more from the web
    more on this story
    more on this topic
    more stories
    more news
    recommended
    recommended for you
    recommended stories
    most popular
    most read
    most viewed
    most shared
    most recent
    trending
    trending now
    top stories
    latest news
    latest stories
    editor's picks
    editors' picks
    what to read next
    up next
    don't miss
    before you go
    what's brewing
    what's working
    comments
    0 comments
    leave a comment
    post a comment
    view comments
    join the conversation
    join the discussion
    share this
    share this article
    share this story
    share this post
    share this page
    share this with
    share on facebook
    share on twitter
    share via email
    copy link
    copy this link
    print this article
    print this page
    email this article
    save this article
    save for later
    gift this article
    listen to this article
    listen to article
    play audio
    play video
    watch video
    watch live
    video player
    view gallery
    view slideshow
    image gallery
    enlarge this image
    hide caption
    toggle caption
    loading
    loading...
    skip to content
    skip to main content
    skip advertisement
    back to top
    menu
    search
    sign in
    log in
    sign up
    register
    subscribe
    subscribe now
    subscribe today
    newsletter
    newsletters
    sign up for our newsletter
    follow us
    close
    x
    abstract
    full text
    getty
    getty images
    all rights reserved
    for immediate release
  `),
);

/** What a line opens with before a colon, a dash or a bar: `READ MORE: …`, `Related | …`. */
export const FURNITURE_LABELS: ReadonlySet<string> = new Set(
  lines(`
    read
    read more
    read also
    also read
    read next
    related
    related article
    related articles
    related coverage
    related link
    related links
    related news
    related stories
    related story
    related topics
    see also
    see more
    more
    more on this
    more on this story
    more coverage
    more news
    watch
    watch now
    watch live
    watch more
    watch the video
    listen
    listen now
    recommended
    recommended reading
    must read
    must watch
    don't miss
    up next
    you may also like
    you might also like
    trending
    top stories
    click here
    tags
    filed under
    topics
    in pictures
    photo gallery
    photos
    gallery
    slideshow
    video
    media contact
    media contacts
    press contact
  `),
);

/** How a call to the reader begins. A line that also quotes or attributes something is taken for prose. */
export const FURNITURE_OPENINGS: readonly string[] = lines(`
  sign up for
  sign up to get
  sign up to receive
  sign up here
  sign up now
  subscribe to our
  subscribe to the
  subscribe for
  subscribe now
  subscribe here
  (subscribe to
  stay updated
  stay up to date
  stay informed
  stay connected
  stay in the know
  follow us on
  find us on
  like us on
  join us on
  connect with us
  get the latest news
  get the latest headlines
  get the latest stories
  get breaking news
  get our free
  get our newsletter
  get unlimited
  get the app
  get alerts
  enter your email
  download our
  download the app
  click here to
  click here for
  tap here to
  share this article
  share this story
  send tips
  send us your
  have a tip
  got a tip
  got a story
  do you have a story
  already a subscriber
  thank you for reading
  thanks for reading
  thank you for subscribing
  support our journalism
  support independent journalism
  support local journalism
  become a member
  become a subscriber
  become a supporter
  this article is for subscribers
  this story is for subscribers
  this content is for subscribers
  you have reached your limit
  we use cookies
  this site uses cookies
  this website uses cookies
  by signing up
  by clicking
  by continuing to use
  by subscribing
  your email address will not
  please enable javascript
  please enable cookies
  join our newsletter
  join our mailing list
  join thousands of
  join the newsletter
  delivered to your inbox
  watch the video above
  watch the full
  watch the ad below
  watch the interview segment
  loading comments
  we are sorry, this video
  this video is restricted
  like this article
  like the page
  to continue reading
  read the full story
  read the full article
  read the original article
  listen to the podcast
  also on huffpost
  copyright ©
  copyright (c)
  all rights reserved
  this material may not be published
`);

/** Words of a bar of sharing buttons; a line of nothing else is one. */
export const SHARE_BUTTONS: ReadonlySet<string> = new Set(
  (
    'share tweet facebook twitter x email e-mail mail print pin pinterest pocket reddit linkedin whatsapp telegram ' +
    'messenger flipboard tumblr instagram youtube threads bluesky mastodon wechat snapchat copy link save gift comment comments like ' +
    'sms viber line rss more on via this'
  ).split(' '),
);
