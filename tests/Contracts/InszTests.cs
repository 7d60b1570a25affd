namespace IntegrationHub.Contracts.Tests;

public sealed class InszTests
{
    [Theory]
    [InlineData("85073003328")]
    [InlineData("85.07.30-033.28")]
    [InlineData(" 85 07 30 033 28 ")]
    [InlineData("850730/033-28")]
    public void Eleven_digits_are_read_however_they_are_set_apart(string text) => Insz.Parse(text).Digits.ShouldBe("85073003328");

    [Theory]
    [InlineData(1, false, false)]
    [InlineData(12, false, false)]
    [InlineData(0, false, false)]
    [InlineData(20, true, false)]
    [InlineData(32, true, false)]
    [InlineData(40, true, false)]
    [InlineData(52, true, false)]
    [InlineData(60, false, true)]
    [InlineData(72, false, true)]
    public void The_month_tells_the_kind_of_number(int month, bool isBis, bool isTest)
    {
        var insz = Insz.Parse(Numbers.Insz(85, month, 30, 33, from2000: false));

        insz.IsBis.ShouldBe(isBis);
        insz.IsTest.ShouldBe(isTest);
    }

    [Theory]
    [InlineData(13)]
    [InlineData(19)]
    [InlineData(33)]
    [InlineData(39)]
    [InlineData(53)]
    [InlineData(59)]
    [InlineData(73)]
    [InlineData(99)]
    public void A_month_that_no_register_gives_is_refused(int month) =>
        Insz.TryParse(Numbers.Insz(85, month, 30, 33, from2000: false), out _).ShouldBeFalse();

    [Fact]
    public void Who_is_born_in_or_after_2000_checks_with_a_2_before_the_number()
    {
        // 05.12.30-033: 051230033 mod 97 = 65 (check 32); 2051230033 mod 97 = 36 (check 61).
        Insz.Parse("05123003332").BornFrom2000.ShouldBeFalse();
        Insz.Parse("05123003361").BornFrom2000.ShouldBeTrue();
        Insz.TryParse("05123003362", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_check_of_97_is_valid_when_the_remainder_is_zero()
    {
        var sequence = Enumerable.Range(1, 998).First(n => long.Parse($"856730{n:000}") % 97 == 0);

        Insz.TryParse($"856730{sequence:000}97", out _).ShouldBeTrue();
        Insz.TryParse($"856730{sequence:000}00", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("8507300332")]
    [InlineData("850730033288")]
    [InlineData("85073003328x")]
    [InlineData("8507300332O")]
    [InlineData("85_073003328")]
    [InlineData("٨٥٠٧٣٠٠٣٣٢٨")]
    [InlineData("85073003328                                 ")]
    public void Anything_else_is_refused(string? text) => Insz.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("contracten-Papavers Wannes 85660713361.csv", "contracten-Papavers Wannes (insz).csv")]
    [InlineData("insz 81.64.11-087.83 fout", "insz (insz) fout")]
    [InlineData("2026-11-20-85.07.30-033.28_2.csv", "2026-11-20-(insz)_2.csv")]
    [InlineData("85073003328 en 850730 033 28", "(insz) en (insz)")]
    [InlineData("c85_07_30 - 033_28c", "c(insz)c")]
    [InlineData("850730/033-28", "(insz)")]
    public void One_in_a_text_is_masked_however_it_is_set_apart(string text, string masked)
    {
        Insz.Mask(text).ShouldBe(masked);
        Insz.IsIn(text).ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("leefloon-2026-11-20.csv")]
    [InlineData("magda.publiceermutatieswerkrelaties-0200_20261120080000000.xml")]
    [InlineData("85073003329")]
    [InlineData("185073003328")]
    [InlineData("850730033281")]
    [InlineData("85073003, 328")]
    public void A_text_without_one_stays_as_it_is(string text)
    {
        Insz.Mask(text).ShouldBeSameAs(text);
        Insz.IsIn(text).ShouldBeFalse();
    }

    [Fact]
    public void A_refusal_never_repeats_the_text()
    {
        var message = Should.Throw<FormatException>(() => Insz.Parse("85073003329")).Message;

        message.ShouldBe("Expected an INSZ: 11 digits with valid month and check digits.");
    }

    [Fact]
    public void It_hides_itself_wherever_it_is_printed()
    {
        var insz = Insz.Parse("85073003328");

        insz.ToString().ShouldBe("Insz(hidden)");
        $"{insz} {new { insz }}".ShouldNotContain("850730");
    }

    [Fact]
    public void A_number_that_was_never_given_says_so() => Should.Throw<InvalidOperationException>(() => default(Insz).Digits);

    [Fact]
    public void Two_writings_of_one_number_are_equal() => Insz.Parse("85.07.30-033.28").ShouldBe(Insz.Parse("85073003328"));
}
