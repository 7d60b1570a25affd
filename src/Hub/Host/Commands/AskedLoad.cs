using IntegrationHub.Host.Intake;
using IntegrationHub.Storage.Loads;

namespace IntegrationHub.Host.Commands;

/// <summary>A question about a load, for a program.</summary>
/// <param name="Source">Id of the source.</param>
/// <param name="Reason"><c>first-load</c> or <c>jump</c>.</param>
/// <param name="OpenedAt">When it began.</param>
/// <param name="Until">Its end; null while a first load is still being read.</param>
/// <param name="Facts">How many facts it holds until now.</param>
/// <param name="Held">Its held moments by kind.</param>
/// <param name="Question">The same in a plain sentence.</param>
/// <param name="Answers">The commands that answer it; <c>DIR</c> and <c>DATE</c> are to be filled in.</param>
internal sealed record AskedLoad(
    string Source, string Reason, DateTimeOffset OpenedAt, DateTimeOffset? Until, long Facts, IReadOnlyList<HeldMoments> Held, string Question, IReadOnlyList<string> Answers)
{
    public static AskedLoad Of(LoadQuestion question) => new(
        question.Source,
        LoadSentence.Code(question.Reason),
        question.OpenedAt,
        question.Until,
        question.Facts,
        question.Held,
        LoadSentence.Asked(question),
        [
            $"hub backfill release {question.Source} --config DIR",
            $"hub backfill release {question.Source} --since DATE --config DIR",
            $"hub backfill keep {question.Source} --config DIR",
        ]);
}
