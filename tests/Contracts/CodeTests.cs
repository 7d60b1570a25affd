using System.Text.Json;

namespace IntegrationHub.Contracts.Tests;

public sealed class CodeTests
{
    public sealed class NisCodes
    {
        [Fact]
        public void Five_digits_are_read() => NisCode.Parse("44021").Value.ShouldBe("44021");

        [Theory]
        [InlineData(null)]
        [InlineData("")]
        [InlineData("4402")]
        [InlineData("440211")]
        [InlineData("04402")]
        [InlineData("4402A")]
        [InlineData("٤٤٠٢١")]
        public void Anything_else_is_refused(string? text) => NisCode.TryParse(text, out _).ShouldBeFalse();

        [Fact]
        public void A_refusal_tells_what_was_expected() =>
            Should.Throw<FormatException>(() => NisCode.Parse("Gent")).Message.ShouldBe("Expected a NIS code of 5 digits, got 4 characters.");

        [Fact]
        public void A_code_that_was_never_given_says_so() => Should.Throw<InvalidOperationException>(() => default(NisCode).Value);
    }

    public sealed class KboNumbers
    {
        [Theory]
        [InlineData("0203201340")]
        [InlineData("0203.201.340")]
        [InlineData("BE 0203.201.340")]
        [InlineData("be0203201340")]
        [InlineData("203201340")]
        public void Ten_digits_are_read_however_they_are_written(string text) => KboNumber.Parse(text).Value.ShouldBe("0203201340");

        [Fact]
        public void The_first_digit_may_be_1() => KboNumber.Parse(Numbers.Kbo(10_000_123)).Value[0].ShouldBe('1');

        [Theory]
        [InlineData(null)]
        [InlineData("")]
        [InlineData("0203201341")]
        [InlineData("2203201340")]
        [InlineData("02032013400")]
        [InlineData("FR0203201340")]
        public void Anything_else_is_refused(string? text) => KboNumber.TryParse(text, out _).ShouldBeFalse();

        [Fact]
        public void A_refusal_tells_what_was_expected() =>
            Should.Throw<FormatException>(() => KboNumber.Parse("1")).Message.ShouldBe("Expected a KBO number: 10 digits, the first 0 or 1, with valid check digits.");
    }

    public sealed class CitizenRefs
    {
        private const string Text = "0f8fad5b-d9cb-469f-a165-70867728950e";

        [Fact]
        public void It_travels_as_its_text_and_back()
        {
            var json = JsonSerializer.Serialize(CitizenRef.Parse(Text));

            json.ShouldBe($"\"{Text}\"");
            JsonSerializer.Deserialize<CitizenRef>(json).ShouldBe(CitizenRef.Parse(Text));
        }

        [Fact]
        public void A_new_one_is_random_and_never_empty()
        {
            var refs = Enumerable.Range(0, 1000).Select(_ => CitizenRef.New()).ToHashSet();

            refs.Count.ShouldBe(1000);
            refs.ShouldNotContain(default(CitizenRef));
            refs.ShouldAllBe(reference => reference.Value.Version == 4);
        }

        [Fact]
        public void It_sorts_as_its_text_does()
        {
            var refs = Enumerable.Range(0, 1000).Select(_ => CitizenRef.New()).ToList();

            refs.Order().Select(reference => reference.ToString()).ShouldBe(refs.Select(reference => reference.ToString()).Order(StringComparer.Ordinal));
        }

        [Fact]
        public void Another_form_is_refused() => Should.Throw<JsonException>(() => JsonSerializer.Deserialize<CitizenRef>("\"85073003328\""));
    }
}
