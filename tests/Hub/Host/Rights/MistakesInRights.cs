namespace IntegrationHub.Host.Tests.Rights;

public sealed class MistakesInRights : IDisposable
{
    private readonly ARightFolder rights = new();

    public void Dispose() => rights.Dispose();

    [Fact]
    public void Are_told_at_once_of_every_file_with_line_and_column()
    {
        rights.With("leefloon.yaml", """
            id: leflon
            nam: { nl: Leefloon, en: Living wage }
            name: { nl: Leefloon }
            authority:
            when:
              - fact: benefit-grantd
              - fact: benefit-granted
                same: [ right ]
            link: vlaanderen.be/leefloon
            grant: own-reqest
            steps: { nl: [ Vraag het., Wacht. ], en: [ Ask. ] }
            """)
            .With("tweede.yaml", "")
            .With("derde.yml", "id: derde");

        rights.Read().Mistakes.ShouldBe(
        [
            "rights/derde.yml: a right is a file that ends in .yaml; rename it",
            "rights/leefloon.yaml(1,5): id: expected 'leefloon', the name of the file without .yaml, found 'leflon'; make the two the same: the name of the file keeps ids unique",
            "rights/leefloon.yaml(2,1): nam: expected a known key, found 'nam'; did you mean 'name'?",
            "rights/leefloon.yaml(3,7): name.en: expected the text in English, found nothing; add 'en'",
            "rights/leefloon.yaml(4,11): authority: expected who grants it, found nothing; add 'authority'",
            "rights/leefloon.yaml(6,11): when[0].fact: expected the name of a fact, found 'benefit-grantd'; did you mean 'benefit-granted'?",
            "rights/leefloon.yaml(8,5): when[1].same: expected a known key, found 'same'; write one of fact, of, where, running, before, after",
            "rights/leefloon.yaml(9,7): link: expected the address of a public page: https://..., found 'vlaanderen.be/leefloon'; write the whole address, with https and without a password",
            "rights/leefloon.yaml(10,8): grant: expected one of automatic, follows, prefillable, own-request, found 'own-reqest'; did you mean 'own-request'?",
            "rights/leefloon.yaml(11,8): steps: expected as many steps in each language, found nl: 2, en: 1; add what lacks, or join two steps",
            "rights/tweede.yaml(1,1): the file: expected id, name, authority, link, grant and steps, found an empty file; copy a right that comes near, and change it",
        ],
        ignoreOrder: true);
    }

    [Theory]
    [InlineData("follows: [ leflon ]", "follows[0]: expected ids of other rights (rights/*.yaml), found 'leflon'; did you mean 'leefloon'?")]
    [InlineData("follows: [ een ]", "follows[0]: expected ids of other rights (rights/*.yaml), found 'een'; ")]
    [InlineData("ipdc: P1", "ipdc: expected the product number in the IPDC: digits, found 'P1'; correct it, or remove 'ipdc'")]
    [InlineData("unless: []", "unless: expected at least one fact, found an empty list; add one, or remove 'unless'")]
    [InlineData("who: { age: 18 }", "who.age: expected from (full years), under, or both: { from: 18, under: 65 }, found '18'; ")]
    [InlineData("amounts: [ { name: a, euro: 1, per: week, from: 2026-01-01, source: https://a.be } ]", "amounts[0].per: expected one of month, year, once, found 'week'; ")]
    [InlineData("amounts: [ { name: a, euro: 1.000,5, per: month, from: 2026-01-01, source: https://a.be } ]", "amounts[0].5: expected a known key, found '5'; write one of name, euro, per, from, until, source")]
    [InlineData("amounts: [ { name: a, euro: '1.000,5', per: month, from: 2026-01-01, source: https://a.be } ]", "amounts[0].euro: expected an amount in euro, as 1234.56, found '1.000,5'; write it so")]
    [InlineData("amounts: [ { name: a, euro: 1, per: month, from: 1/1/2026, source: https://a.be } ]", "amounts[0].from: expected a date as 2026-12-31, found '1/1/2026'; correct it")]
    [InlineData("amounts: [ { name: a, euro: 1, per: month, from: 2026-02-01, until: 2026-01-01, source: https://a.be } ]", "amounts[0].until: expected no day before 'from', found '2026-01-01'; correct the one or the other")]
    [InlineData("amounts: [ { name: a, euro: 1, per: month, from: 2026-01-01 } ]", "amounts[0].source: expected where it was read: https://..., found nothing; add 'source'")]
    public void Are_told_in_one_sentence(string text, string expected)
    {
        rights.With("een.yaml", "id: een\n" + ARightFolder.Right + text + "\n").With("leefloon.yaml", "id: leefloon\n" + ARightFolder.Right);

        var mistake = rights.Read().Mistakes.ShouldHaveSingleItem();

        mistake.ShouldStartWith("rights/een.yaml(");
        mistake[(mistake.IndexOf(' ', StringComparison.Ordinal) + 1)..].ShouldStartWith(expected);
    }

    [Theory]
    [InlineData("grant: own-request", "grant: follows", "grant: expected 'follows', the rights that it follows from, beside 'grant: follows', found none; add 'follows'")]
    [InlineData("https://www.vlaanderen.be/een", "https://naam:woord@www.vlaanderen.be", "link: expected the address of a public page: https://..., found ")]
    [InlineData("[ Vraag het. ]", "[]", "steps.nl: expected at most 5 steps, found an empty list; ")]
    [InlineData("[ Ask. ]", "[ 1, 2, 3, 4, 5, 6 ]", "steps.en: expected at most 5 steps, found 6; ")]
    public void Of_what_every_right_has_are_told_too(string right, string wrong, string expected)
    {
        rights.With("een.yaml", "id: een\n" + ARightFolder.Right.Replace(right, wrong, StringComparison.Ordinal));

        rights.Read().Mistakes.Select(mistake => mistake[(mistake.IndexOf(' ', StringComparison.Ordinal) + 1)..]).ShouldContain(mistake => mistake.StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Include_a_folder_without_rights() => rights.Read().Mistakes.ShouldBe(["rights: holds no right. Put one in it (ID.yaml); without the folder the rights that come with the hub count."]);
}
