using FsCheck;
using FsCheck.Fluent;

namespace IntegrationHub.Contracts.Tests;

public sealed class NumberProperties
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(2000);

    [Fact]
    public void Every_valid_Insz_is_read() =>
        Prop.ForAll(Numbers.Inszs, text => Insz.TryParse(text, out var insz) && insz.Digits == text).Check(Thorough);

    [Fact]
    public void Every_valid_Insz_is_read_when_it_is_written_with_dots() =>
        Prop.ForAll(Numbers.Inszs, text => Insz.TryParse($"{text[..2]}.{text[2..4]}.{text[4..6]}-{text[6..9]}.{text[9..]}", out var insz) && insz.Digits == text).Check(Thorough);

    // One digit wrong changes the remainder, so the number no longer checks as it did. It may check as one of the other century: 1 in 97, which no check digit can see.
    [Fact]
    public void An_Insz_with_one_digit_changed_does_not_check_as_the_same_century() =>
        Prop.ForAll(Numbers.Inszs, Places(11), Changes(), (text, place, change) =>
        {
            var before = Insz.Parse(text);
            return !Insz.TryParse(Change(text, place, change), out var after) || after.BornFrom2000 != before.BornFrom2000;
        }).Check(Thorough);

    [Fact]
    public void Nearly_every_change_of_one_digit_is_refused()
    {
        var slipped = 0;
        Prop.ForAll(Numbers.Inszs, Places(11), Changes(), (text, place, change) =>
        {
            if (Insz.TryParse(Change(text, place, change), out _))
                slipped++;
        }).Check(Thorough);

        slipped.ShouldBeLessThan(60);
    }

    [Fact]
    public void Whatever_the_text_reading_an_Insz_never_throws() =>
        Prop.ForAll<string>(text => Insz.TryParse(text, out var insz) ? insz.Digits.Length == 11 : insz == default).Check(Thorough);

    [Fact]
    public void Every_valid_Kbo_number_is_read() =>
        Prop.ForAll(Numbers.Kbos, text => KboNumber.TryParse(text, out var number) && number.Value == text).Check(Thorough);

    [Fact]
    public void A_Kbo_number_with_one_digit_changed_is_refused() =>
        Prop.ForAll(Numbers.Kbos, Places(10), Changes(), (text, place, change) => !KboNumber.TryParse(Change(text, place, change), out _)).Check(Thorough);

    [Fact]
    public void A_CitizenRef_survives_its_text() =>
        Prop.ForAll<Guid>(guid => CitizenRef.Parse(new CitizenRef(guid).ToString()) == new CitizenRef(guid)).Check(Thorough);

    private static Arbitrary<int> Places(int length) => Arb.From(Gen.Choose(0, length - 1));

    private static Arbitrary<int> Changes() => Arb.From(Gen.Choose(1, 9));

    private static string Change(string text, int place, int change) => $"{text[..place]}{(char)('0' + ((text[place] - '0' + change) % 10))}{text[(place + 1)..]}";
}
