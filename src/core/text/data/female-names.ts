/** Given names of women, and names that either may have, lower case: whom "he" and "she" can mean. */
export const FEMALE_NAMES: ReadonlySet<string> = new Set(
  `
abby abigail ada adele adrienne agnes aimee aisha alexandra alice alicia alison allison alma alyssa amanda amber amelia amina amy ana anastasia andrea angela angelina anita ann anna anne annette annie antonia april ariana arlene
astrid audrey ava ayesha barbara beatrice becky bernice beth bethany betsy betty beverly bonnie brenda bridget brigitte britney brittany brooke caitlin camilla camille candace carla carly carmen carol carole caroline carolyn carrie
cassandra catherine cathy cecilia celia charlene charlotte chelsea cheryl chloe christina christine cindy claire clara claudia colleen condoleezza connie constance cora courtney cristina crystal cynthia daisy daniela danielle darlene dawn deanna
debbie deborah debra denise diana diane dina dolores donna dora doreen doris dorothy edith eileen elaine eleanor elena elisabeth elise eliza elizabeth ella ellen eloise elsa elsie emilia emily emma erica erika erin estelle esther ethel eugenia eva eve evelyn
farah fatima felicia fiona flora florence frances francesca gabriela gabrielle gail geraldine gertrude gina gladys gloria grace greta gwen gwendolyn hailey hannah harriet hazel heather heidi helen helena helga henrietta hilda hillary holly huma ida ina ines ingrid irene
irina iris irma isabel isabella ivanka ivy jacqueline jane janet janice jasmine jeanette jeanne jen jenna jennifer jenny jessica jill joanna joanne jocelyn josephine joyce juanita judith judy julia juliana julianne julie juliet june karen karin karla kate katherine
kathleen kathryn kathy katie katrina kayla kellyanne kimberly kirsten kristen kristin kristina kristine laura lauren laurie lea leah leila lena liana lillian lily linda lisa lois lola loretta lorraine louise lucia lucille lucy luisa lydia lynn mabel madeleine maggie magdalena
mara marcella marcia margaret margarita margot maria mariam marianne marie marilyn marina marisa marjorie marlene marsha marta martha martina mary maryam matilda maureen maya megan melania melanie melinda melissa mercedes meredith mia michaela michelle mildred millie mimi miranda miriam molly mona
monica monika muriel nadia nadine nancy naomi natalia natalie natasha nell nicole nikki nina nora norma octavia olga olivia paige pam pamela patricia patsy patti paula paulette pauline pearl peggy penelope penny petra phoebe phyllis polly priscilla rachel ramona rebecca regina renee rhonda
rita roberta rosa rosalie rosalind rose roseann rosemary roxanne ruby ruth sabrina sadie sally samantha sandra sara sarah savannah selena serena shannon sharon sheila shelby shelley shelly sherry shirley silvia simone sofia sonia sonya sophia sophie stacey stacy stella stephanie sue susan susanna susie
autumn faith fay georgia guadalupe hope jana joan jodie josie joy juana kamala kay liz mae malia masha maxine minnie myra priya susanne tess vivian willa
suzanne svetlana sybil sylvia tamara tanya tara tatiana teresa teri theresa thelma therese tiffany tina tricia ursula valentina valeria valerie vanessa vera veronica vicki vicky victoria viola violet virginia wanda wendy wilma yasmin yolanda yvonne zahra zelda zoe
`
    .trim()
    .split(/\s+/),
);

/** Names of men as well as of women, and names that order of words makes uncertain. */
export const EITHER_NAMES: ReadonlySet<string> = new Set(
  'alex alexis ali ariel ashley aubrey bailey blair cameron carey casey charlie chris corey dale dana darcy devon dominique drew dylan ellis evan frankie gabriele gale hilary hollis jackie jaime jamie jan jean jess jessie jin jo joey jordan jules kai kelly kendall kerry kim lane lee lesley leslie lindsay lindsey logan loren lou lynn mackenzie madison marion mel merle michel michele morgan nat nicola nikita noel pat paris parker quinn reese rene robbie robin rory rowan sam sandy sasha shane shawn sidney skyler stevie sydney taylor terry toni tracy tyler val wei whitney xi'.split(
    ' ',
  ),
);
