/**
 * Common given names by the gender they are mostly borne by, for a first guess; the article's own evidence (`Mrs.`,
 * `she`) always wins.
 *
 * Left out: names borne about as often by either (those are in `EITHER`: a person, of unknown gender), names that are
 * more often an English word, a month or a place at the head of a sentence (`Will`, `May`, `June`, `Hope`, `Grant`,
 * `Chance`, `Paris`, `Austin`, `Virginia`, `Georgia`, `Carolina`) and are recognised by other evidence instead.
 */
import type { Gender } from './titles.ts';

const MALE =
  'magnus oren marten mateo hugh jorn bjorn lev leif sven nils anton bohdan taras ondrej jiri petr milos miroslav zoran goran ' +
  'dragan dusan kamil marek jacek tomasz janusz wojciech krzysztof andrzej pawel lech jaroslaw levi asher ezra noam uri ' +
  'amos gideon yosef moshe shimon avraham naftali bashar tayyip recep kemal burak cem emre orhan yilmaz farid faisal ' +
  'fahd nasser walid ziad bilal jawad mahdi reza ali-reza hossein javad narendra rahul rajesh raj sunil suresh vijay amit ' +
  'anil ashok deepak manish mukesh nikhil pranav sachin shah imad haruki shinzo takeshi kazuo satoshi yoshihide hyun ' +
  'jae min-jun ming jun bo feng lei qiang kwame kofi olusegun emeka chidi tunde sipho thabo jomo kamau baraka cyril ' +
  'thaddeus ezekiel jeremiah josiah phineas silas cornelius ambrose clement rufus barnaby edmund jasper alfie ' +
  'toby rhys gareth dylan evan owain iwan declan eamon finn fergus hamish lachlan callum ewan gregor kieran padraig ' +
  'cormac brendan aidan conal tadhg stelios kostas giorgos yannis dimitris nikos alexis emilio joao rui nuno tiago luiz ' +
  'lula jair cristobal rodolfo ernesto evo rafa josep jordi iker xavi matias joaquim osvaldo ' +
  'aaron abdul abdullah abraham abu adam adrian ahmad ahmed al alan albert alberto alejandro aleksandr alexander alexandre ' +
  'alexei alfred ali allan allen alistair alonzo alvaro alvin amir anders andre andreas andrei andres andrew andy angus ' +
  'anthony antoine anton antonio antony archie ari arjun armando arnold arthur arturo asif avi axel barack barry bart ' +
  'bartholomew basil ben benedict benjamin benny bernard bernie bert bill billy bob bobby boris brad bradley brandon ' +
  'brendan brent brett brian bruce bruno bryan bryce byron caleb calvin cameron carl carlo carlos cedric cesar chad ' +
  'charles charlie chester chris christian christoph christopher chuck clarence claude claus clayton cliff clifford clint ' +
  'clive clyde cody colin conor connor corey cory craig curtis cyril dale damian damien dan daniel danny darrell darren ' +
  'darryl dave david davide dean denis dennis denny derek desmond devin diego dieter dimitri dirk dmitri dmitry dominic ' +
  'don donald donnie doug douglas duncan dustin dwayne dwight earl ed eddie edgar eduardo edward edwin eli elias elijah ' +
  'elliot elliott elmer emil emilio emmanuel enrique eric erik ernest ernesto ernie ervin esteban ethan eugene evan ' +
  'fabian felipe felix ferdinand fernando filip floyd francesco francis francisco franco frank frankie franklin franz fred ' +
  'freddie frederick friedrich gabriel garrett garry gary gavin gene geoff geoffrey george gerald gerard gerardo gerhard ' +
  'gianni gil gilbert giovanni giuseppe glen glenn gordon graham greg gregg gregory guillermo gunter gus gustavo guy hal ' +
  'hamid hamza hans harold harrison harry harvey hassan hector heinrich helmut henri henrik henry herb herbert herman ' +
  'hiroshi howard hubert hugh hugo hussein ian ibrahim idris ignacio igor ilya imran irving isaac isaiah ismail ivan ivo ' +
  'jack jackson jacob jacques jaime jake jamal james jamie jan jared jason javier jay jean jeb jeff jeffrey jens jeremy ' +
  'jerome jerry jesse jesus jim jimmy joachim joaquin jock joe joel joey johan johann johannes john johnnie johnny jon ' +
  'jonas jonathan jorge jose josef joseph josh joshua juan jules julian julio jurgen justin kamal karim karl keith kelvin ' +
  'ken kenji kenneth kenny kent kevin khalid khizr kirk klaus kofi kurt kyle lamar lance larry lars laurence laurent ' +
  'lawrence lee leo leon leonard leonardo leroy lester lewis liam lionel lloyd lorenzo lou louis luc luca ' +
  'lucas luigi luis lukas luke luther mahmoud malcolm manuel marc marcel marco marcos marcus mario mark marko marshall ' +
  'martin marty marvin massimo matt matteo matthew matthias maurice max maxim maximilian mehmet mel melvin michael michel ' +
  'miguel mikael mike mikhail milan miles milos milton mitch mitchell mitt mohamed mohammad mohammed morton moses ' +
  'muhammad murray mustafa nabil nathan nathaniel ned neil nelson newt nicholas nick nicolas nigel nikita nikolai nils ' +
  'noah noel norman octavio olaf oleg oliver olivier omar orlando oscar osama otto owen pablo paolo pascal patrick paul ' +
  'pavel pedro percy perry pete peter phil philip philippe phillip pierre piotr rafael ralph rami ramon randall randy ' +
  'rashid raul ravi ray raymond reggie reginald reince rene rex rhys ricardo rich richard rick ricky rob robbie robert ' +
  'roberto rod roderick rodney rodrigo roger roland rolf roman ron ronald ronnie rory ross roy ruben rudolf rudolph rudy ' +
  'rupert russ russell ryan saeed salim salman salvador sam samir samuel sanjay santiago saul scott sean sebastian serge ' +
  'sergei sergey sergio seth shaun shawn sheldon sherman sherrod sid sidney simon solomon spencer stan stanley stefan ' +
  'stephan stephen steve steven stewart stuart sven tariq ted terence terrence terry theo theodore thomas tim timothy ' +
  'tobias toby todd tom tomas tommy tony travis trent trevor troy tyler ulrich umar vaclav vernon vic victor viktor ' +
  'vince vincent vikram vito vlad vladimir wade wallace walt walter warren wayne wendell werner wesley wilbur wilfred ' +
  'willem william willie wolfgang woody xavier yasser yitzhak yuri yusuf zachary zack zbigniew';

const FEMALE =
  'marta nora freya ingeborg astrid sigrid solveig liv tove maja agnieszka zofia katarzyna malgorzata ewa hana ivana jana ' +
  'milena vesna jelena svetlana olena oksana ludmila galina nadezhda yulia dasha masha tamar shira yael noa miriam ' +
  'rivka devorah aylin elif ayse fatma zeynep leyla noor nour hala rania amal samira maryam soraya shirin nasrin ' +
  'parvati indira sonali anjali deepa kavita lakshmi meera nirmala padma pooja radha rekha sunita sushma usha mei ling ' +
  'xiu hui yuki keiko michiko naoko sakura yoko akiko haruka soo-jin ji-woo min-seo ngozi chimamanda amara adaeze folake ' +
  'wangari thandi nomvula winnie graca ellen-johnson agatha enid hilda dorothea edwina lavinia winifred philomena ' +
  'bronwyn carys sian nia niamh aoife saoirse sinead maeve orla roisin mairead ailsa isla eilidh mhairi morag ' +
  'rosalba pilar rocio lupe guadalupe xiomara yesenia marisol araceli esperanza soledad dulce ximena catalina ' +
  'constanza dilma marielle benedita conceicao chiara ludovica ornella giorgia elettra francoise segolene marine ' +
  'brigitte anneliese ursel heike sabine birgit anke silke jutta renate gisela hildegard kirstin ' +
  'elissa kamala nikki liesel tulsi ilhan rashida sonya latisha tamika ebony imani aaliyah keira kylie lorelei ' +
  'abby abigail ada adele adriana agatha agnes aisha alana alejandra alessandra alexandra alexandria alice alicia alina ' +
  'alison allison alma alyssa amanda amber amelia amina amy ana anastasia andrea angela angelica angelina angelique anita ' +
  'anja ann anna annabel anne annette annie antonia anya april arlene ashley astrid audrey aurora ava barbara beatrice ' +
  'beatriz becky belinda bella bernadette bernice bertha beth bethany betsy betty beverly bianca bonnie brenda bridget ' +
  'brigitte brooke camila camille candace candice carey carla carly carmen carol carole caroline carolyn carrie cassandra ' +
  'catherine cathy cecilia celeste celia charlene charlotte chelsea cheryl chloe christina christine cindy claire clara ' +
  'clarissa claudia colette colleen connie constance consuelo cora corinne cristina crystal cynthia daisy ' +
  'daniela danielle daphne darlene dawn deanna debbie deborah debra deirdre delia denise diana diane dianne dolores ' +
  'dominique donna dora doris dorothy edith edna eileen elaine eleanor elena eleonora elisa elisabeth elise eliza ' +
  'elizabeth ella ellen ellie eloise elsa elsie elvira emilia emily emma erica erika erin esmeralda estelle esther ethel ' +
  'eugenia eunice eva eve evelyn farah fatima faye felicia fiona flora florence frances francesca frida gabriela ' +
  'gabrielle gail gemma genevieve georgina geraldine gertrude gina ginny giulia gladys glenda gloria greta gretchen grace ' +
  'gwen gwendolyn hanna hannah harriet hazel heather heidi helen helena helene henrietta hilary hillary holly huma ida ' +
  'ilana ilse imogen ines ingrid irene irina iris irma isabel isabella isabelle ivana ivanka jackie jacqueline jane janet ' +
  'janice janine jasmine jeanette jeanne jenna jennifer jenny jessica jill jo joan joanna joanne jocelyn jodi josefina ' +
  'josephine joyce juanita judith judy julia juliana julie juliet juliette justine karen karin karla kate katherine ' +
  'kathleen kathryn kathy katie katrina kay kayla keisha kellyanne kirsten kirstie krista kristen kristin kristina ' +
  'kristine lara latoya laura lauren laurie layla leah leila lena lenora leonora leticia lidia lila lillian lily linda ' +
  'lindsay lisa liz lois lola lora loretta lorna lorraine louisa louise lucia lucille lucinda lucy luisa lydia lynda lynn ' +
  'lynne mabel madeleine madeline maggie maire malia mandy marcela marcia margaret margarita margot maria mariam mariana ' +
  'marianne marie marilyn marina marion marisa marjorie marlene marsha martha martina mary matilda maude maureen mavis ' +
  'maxine megan megyn melanie melania melinda melissa mercedes meredith mia michele michelle mildred mimi miranda miriam ' +
  'moira molly mona monica monique muriel myra myrtle nadia nadine nancy naomi natalia natalie natasha nell nellie ' +
  'nicola nicole nikki nina noelle nora norma odette olga olive olivia oprah paige pamela patricia patty paula paulette ' +
  'pauline pearl peggy penelope penny petra philippa phoebe phyllis priscilla priya rachel ramona raquel rebecca regina ' +
  'renata renee rhonda rita roberta robyn rosa rosalind rosario rose rosemary rosie roxanne ruby ruth sabrina sadie ' +
  'sally samantha sandra sara sarah sasha saskia selena selma serena shannon sharon sheila shelley sherry shirley silvia ' +
  'simone siobhan sofia sonia sonja sophia sophie stacey stacy stella stephanie sue susan susana susanna susanne suzanne ' +
  'sylvia tabitha tamara tania tanya tara tatiana teresa tess tessa thelma theresa therese tiffany tina tracey trudy ' +
  'ursula valentina valeria valerie vanessa vera veronica vicki vicky victoria viola violet vivian viviane wanda wendy ' +
  'whitney wilhelmina wilma winifred yasmin yolanda yvette yvonne zainab zara zoe';

const EITHER =
  'alex ariel avery bailey blair blake carey casey charley chen corey dakota dallas drew dylan finley frankie gale hadley ' +
  'courtney dana harper hayden hunter jaden jordan jules kai kelly kendall kerry kim kris lane lesley leslie li lindsay ' +
  'lindsey logan mackenzie malkia marley ' +
  'mel micah morgan nicky parker pat peyton quinn reese riley robin rowan sage sam sandy sasha sidney skyler stevie ' +
  'sydney taylor tracy val wei yi';

/** Given name in lower case to the gender mostly borne by; null for names of either. */
export const GIVEN_NAMES: ReadonlyMap<string, Gender | null> = new Map<string, Gender | null>([
  ...MALE.split(' ').map((name): [string, Gender] => [name, 'male']),
  ...FEMALE.split(' ').map((name): [string, Gender] => [name, 'female']),
  ...EITHER.split(' ').map((name): [string, null] => [name, null]),
]);

/** Short forms, so that `Mike Hale` and `Michael Hale` are one: short form to full forms. */
export const SHORT_NAMES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    abby: ['abigail'],
    al: ['albert', 'alan', 'alfred', 'alvin'],
    alex: ['alexander', 'alexandra', 'alejandro'],
    andy: ['andrew'],
    barb: ['barbara'],
    ben: ['benjamin'],
    bernie: ['bernard'],
    beth: ['elizabeth'],
    betsy: ['elizabeth'],
    bill: ['william'],
    billy: ['william'],
    bob: ['robert'],
    bobby: ['robert'],
    brad: ['bradley'],
    cathy: ['catherine'],
    charlie: ['charles'],
    chris: ['christopher', 'christine', 'christina'],
    chuck: ['charles'],
    cindy: ['cynthia'],
    dan: ['daniel'],
    danny: ['daniel'],
    dave: ['david'],
    debbie: ['deborah'],
    dick: ['richard'],
    don: ['donald'],
    doug: ['douglas'],
    ed: ['edward', 'edwin'],
    eddie: ['edward'],
    frank: ['francis', 'franklin'],
    fred: ['frederick'],
    gabe: ['gabriel'],
    greg: ['gregory'],
    hank: ['henry'],
    harry: ['henry', 'harold'],
    jack: ['john'],
    jake: ['jacob'],
    jeff: ['jeffrey'],
    jen: ['jennifer'],
    jenny: ['jennifer'],
    jerry: ['gerald', 'jerome'],
    jim: ['james'],
    jimmy: ['james'],
    joe: ['joseph'],
    joey: ['joseph'],
    jon: ['jonathan'],
    josh: ['joshua'],
    judy: ['judith'],
    kate: ['katherine', 'kathryn'],
    kathy: ['katherine', 'kathleen'],
    katie: ['katherine', 'kathryn'],
    ken: ['kenneth'],
    kim: ['kimberly'],
    larry: ['lawrence'],
    liz: ['elizabeth'],
    maggie: ['margaret'],
    matt: ['matthew'],
    meg: ['margaret'],
    mike: ['michael'],
    mitch: ['mitchell'],
    nate: ['nathan', 'nathaniel'],
    nick: ['nicholas'],
    pam: ['pamela'],
    pat: ['patrick', 'patricia'],
    peggy: ['margaret'],
    pete: ['peter'],
    phil: ['philip', 'phillip'],
    randy: ['randall'],
    ray: ['raymond'],
    rich: ['richard'],
    rick: ['richard'],
    rob: ['robert'],
    ron: ['ronald'],
    sam: ['samuel', 'samantha'],
    stan: ['stanley'],
    steve: ['stephen', 'steven'],
    sue: ['susan'],
    ted: ['theodore', 'edward'],
    terry: ['terrence', 'theresa'],
    tim: ['timothy'],
    tom: ['thomas'],
    tommy: ['thomas'],
    tony: ['anthony'],
    vicky: ['victoria'],
    walt: ['walter'],
    will: ['william'],
    zack: ['zachary'],
  }),
);
