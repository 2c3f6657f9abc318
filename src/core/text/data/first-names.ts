/** Frequent given names, lower case: a weak sign that a capitalised word begins the name of a person. */
export const FIRST_NAMES: ReadonlySet<string> = new Set(
  `
aaron abby abdul abdullah abigail abraham ada adam adel adele adrian agnes ahmad ahmed aidan aiden aimee aisha akira al alain alan albert alberto
alejandro aleksandr aleksander alessandro alex alexander alexandra alexandre alexei alexey alexis alfred alfredo ali alice alicia alison alistair allan allen
allison alma alvin alyssa amanda amber amelia amina amir amit amos amy ana anastasia anatoly anders andre andrea andreas andrei andres andrew andrey andrzej andy angela
angelina angelo angus anil anita ann anna anne annette annie anthony antoine anton antonia antonin antonio antony anwar april ari ariana ariel arjun arlene
armando arnold arseniy art arthur arturo arun ashley ashraf astrid audrey august augustus aung austin autumn ava avi axel ayesha barack barbara barney barry bart basil beatrice becky
ben benedict benjamin bennett benny bernard bernardo bernice bernie bert beth bethany betsy betty beverly bill billy blair blake bob bobby bonnie boris brad bradley
brandon brenda brendan brent bret brett brian bridget brigitte britney brittany brooke bruce bruno bryan bryce byron caitlin caleb calvin cameron camilla camille candace carl carla
carlo carlos carly carmen carol carole caroline carolyn carrie carter casey cassandra catherine cathy cecil cecilia cedric celia cesar chad charlene charles charlie charlotte chase
chelsea chen cheryl chester chloe chris christian christina christine christoph christophe christopher chuck cindy claire clara clarence clark claude claudia claudio clay clayton clifford
clint clinton clive clyde cody colin colleen condoleezza connie connor conor constance cora corey cornell cory courtney craig cristina crystal curtis cynthia daisy dale dallas damian damien dan
dana daniel daniela danielle danny darius darlene darrell darren daryl dave david dawn dean deanna debbie deborah debra deepak denis denise dennis derek derrick desmond
devin dexter diana diane dick diego dieter dimitri dina dirk dmitri dmitriy dmitry dolores dominic dominique don donald donna dora doreen doris dorothy doug douglas duane duncan dustin dwayne
dwight dylan earl ed eddie edgar edith edmund eduardo edward edwin eileen elaine eleanor elena eli elias elijah elisabeth elise eliza elizabeth ella ellen elliot elliott ellis elmer eloise elon elsa elsie elvis emanuel
emil emilia emilio emily emma emmanuel enrico enrique eric erica erich erik erika erin ernest ernesto ernst esther ethan ethel eugene eva evan eve evelyn fabio faith farah fatima fay
federico felicia felipe felix ferdinand fernando fidel fiona flora florence floyd frances francesca francesco francis francisco franco francois frank frankie franklin franz fred freddie frederic frederick friedrich fritz fumio
gabriel gabriela gabriele gabrielle gail garrett garry gary gavin gene geoff geoffrey george georges georgia gerald geraldine gerard gerhard german gertrude gianni gideon gilbert gilles gina giorgio giovanni giuseppe
gladys glen glenn gloria gordon grace graeme graham grant greg gregg gregor gregory greta guadalupe guido guillaume guillermo gunther gus gustav gustavo guy gwen gwendolyn habib hailey hank hannah hans harold harriet harris harrison harry harvey
hasan hassan hazel heather hector heidi heinrich heinz helen helena helga helmut henri henrietta henrik henry herbert herman hermann hilary hilda hillary hiroshi holly homer hope horst howard hubert hugh hugo huma humphrey hussein ian
ibrahim ida ignacio igor ilya imran ina ines ingrid ira irene irina iris irma irving isaac isabel isabella isaiah ismail israel ivan ivanka ivy jack jackie jackson jacob jacqueline jacques jaime jair jake jamal james jamie jan jana jane
janet janice jared jasmine jason javier jay jean jeanette jeanne jeb jeff jefferson jeffrey jen jenna jennifer jenny jens jeremiah jeremy jerome jerry jess jesse jessica jesus jill jim jimmy jin jo joan joanna joanne joaquin jocelyn
jodie joe joel joey johan johann johannes john johnny jon jonah jonas jonathan jordan jorge jose josef joseph josephine josh joshua josie joy joyce juan juana juanita judith judy juergen julia julian juliana julianne julie juliet julio julius
june jurgen justin kai kamala kamal karen karim karin karl karla kaspar kate katherine kathleen kathryn kathy katie katrina kay kayla keith kelly ken kendall kenji kenneth kent kerry kevin khaled khalid kim kimberly kirk kirsten klaus
konrad konstantin kristen kristin kristina kristine krzysztof kumar kurt kwame kyle lance larry lars laura lauren laurence laurent laurie lawrence lea leah lee leila leland lena leo leon leonard leonardo leonid leopold leroy les lesley
leslie lester levi lewis liam liana lillian lily linda lindsay lindsey lionel lisa liz lloyd logan lois lola loretta lorraine lou louis louise luc luca lucas lucia luciano lucille lucy ludwig luigi luis luisa lukas luke luther lydia lyle
lyndon lynn mabel mackenzie madeleine madison mae magdalena maggie mahmoud malcolm malia manfred manuel mara marc marcel marcella marcelo marcia marco marcos marcus margaret margarita margot maria marian marianne marie marilyn
marina mario marion marisa marjorie mark markus marlene marsha marshall marta martha martin martina marty marvin mary maryam masha mason mateo mathew mathias matilda matt matteo matthew matthias maureen maurice maurizio max maxim maxime
maximilian maxine maya megan mehdi mehmet mel melania melanie melinda melissa mercedes meredith mia michael michaela michel michele michelle miguel mike mikhail milan mildred miles millie milos milton mimi minnie miranda miriam mitch mitchell
mitt mohamed mohammad mohammed mohamud moises molly mona monica monika morgan morris moses muhammad muriel mustafa myra myron nadia nadine nancy naomi narendra nasser nat natalia natalie natasha nate nathan nathaniel neal ned neil nell nelson nick
nicholas nicola nicolai nicolas nicole nigel nikita nikki nikolai nikolas nils nina noah noel nora norma norman octavia oleg olga oliver olivia olivier omar orlando oscar osama otto owen pablo paige pam pamela pascal pat patricia patrick
patsy patti paul paula paulette pauline paulo pavel pearl pedro peggy penelope penny percy perry pete peter petra phil philip philippe phillip phoebe phyllis pierre pietro polly pradeep prince priscilla priya quentin quincy rachel
rafael raj rahul ralph ramesh ramon ramona ramzan randall randolph randy raoul raphael rashid raul ravi ray raymond rebecca recep reggie regina reginald rehman reince reinhard rene renee reuben rex reza rhonda ricardo riccardo richard rick
ricky rita rob robbie robert roberta roberto robin rod roderick rodney rodrigo roger roland rolf roman ron ronald ronnie rory rosa rosalie rosalind roscoe rose rosemary ross rowan roxanne roy ruben ruby rudolf rudolph rudy rufus rupert russ russell
ruth ryan sabrina sadie saeed salim sally salman salvador salvatore sam samantha samir samson samuel sandra sandy sanjay sara sarah sasha saul savannah scott sean sebastian selena serena serge sergei sergey sergio seth shane shannon sharon shaun
shawn sheila shelby sheldon shelley shelly sherman sherry shinzo shirley sidney siegfried sigmund silvia silvio simon simone sofia solomon sonia sonya sophia sophie spencer stacey stacy stan stanley stefan stefano stella stephan stephanie stephen sterling
steve steven stewart stu stuart sue sullivan sunil susan susanna susanne susie suzanne svetlana sven sybil sydney sylvester sylvia takeshi tamara tanya tara taro tatiana taylor ted terence teresa teri terrence terry tess thaddeus thelma theo
theodore theresa therese thierry thomas tiffany tim timothy tina tobias toby todd tom tomas tommy tony tracy travis trent trevor tricia tristan troy tyler ulrich umberto ursula valentin valentina valeria valerie vanessa vasily vera vernon veronica
vicente vicki vicky victor victoria vijay viktor vince vincent vincenzo viola violet virgil virginia vitaly vivian vlad vladimir volodymyr wade wallace wally walter wanda warren wayne wei wendell wendy werner wesley whitney wilbur wilfred
wilhelm will willa willard willem william willie wilma wilson winston wolfgang woodrow xavier xi yasmin yasser yolanda yuri yves yvonne zach zachary zack zahra zane zelda zoe zoltan
`
    .trim()
    .split(/\s+/),
);
