using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Host.Trial;

namespace IntegrationHub.Host.Tests.Trial;

public class WhatRowsWereRejectedFor
{
    [Fact]
    public void Counts_rows_that_differ_only_in_line_and_kind_of_value_as_one_reason() =>
        TrialReason.Of([Date(3, "found text of 9 characters"), new Rejection("column 'insz', line 4", "an INSZ", "Correct it."), Date(8, "found a number of 4 digits")])
            .Select(reason => (reason.Count, reason.Field, reason.Expected)).ShouldBe([(2, "column 'einde'", "a date"), (1, "column 'insz'", "an INSZ")]);

    [Theory]
    [InlineData("row on line 3 of uitstroom.csv", "row")]
    [InlineData("notification, line 9", "notification")]
    public void Names_a_place_without_its_line_as_a_whole(string field, string expected) =>
        TrialReason.Of([new Rejection(field, "13 fields, found 7", "Look.")]).Single().Field.ShouldBe(expected);

    [Fact]
    public void Keeps_apart_what_is_mended_in_another_way() =>
        TrialReason.Of([Date(1, "found nothing"), Date(2, "found nothing") with { ToDo = "Ask the supplier." }]).Count.ShouldBe(2);

    private static Rejection Date(int line, string found) => new($"column 'einde', line {line} of uitstroom.csv", $"a date, {found}", "Correct it.");
}
