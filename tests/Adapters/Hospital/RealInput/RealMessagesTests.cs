using System.Text;
using IntegrationHub.Adapters.Hospital.Tests.Support;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Hospital.Tests.RealInput;

/// <summary>31 messages that nobody of this project wrote, over a real socket. What must come of them is counted in their raw text only.</summary>
public class RealMessagesTests
{
    private static IReadOnlyList<string> Messages() => [.. RealData.Files("hl7v2", "*.hl7").Select(file => File.ReadAllText(file, Encoding.Latin1).Replace("\u00EF\u00BB\u00BF", ""))];

    private static string TypeOf(string message) => string.Join('^', message.Split('|')[8].Split('^').Take(2));

    private static bool IsUsed(string message) => TypeOf(message) is "ADT^A01" or "ADT^A03" or "ADT^A11" or "ADT^A13";

    private static bool IsAdt(string message) => TypeOf(message).StartsWith("ADT", StringComparison.Ordinal);

    /// <summary>PID-19 becomes a test number, and PV1-19 another visit for each message.</summary>
    private static string Identified(string message, int visit)
    {
        var lines = message.Split('\n').Select(line =>
        {
            var fields = line.Split('|').ToList();
            var (name, value) = fields[0] == "PID" ? (19, Adt.Citizen) : fields[0] == "PV1" ? (19, $"V{visit}") : (0, "");
            if (name == 0)
                return line;
            while (fields.Count <= name)
                fields.Add("");
            fields[name] = value;
            return string.Join('|', fields);
        });
        return string.Join('\n', lines);
    }

    private static async Task<List<Ack>> SendAsync(Support.Hospital hospital, IEnumerable<string> messages)
    {
        await using var server = await MllpServer.StartAsync(hospital);
        using var sender = await server.ConnectAsync();
        var answers = new List<Ack>();
        foreach (var message in messages)
            answers.Add((await sender.AskAsync(message)).ShouldNotBeNull());
        return answers;
    }

    [Fact]
    public async Task As_they_are_those_we_use_are_quarantined_for_lack_of_an_INSZ()
    {
        var messages = Messages();
        messages.Count.ShouldBe(31);
        var hospital = new Support.Hospital();
        var answers = await SendAsync(hospital, messages);
        answers.Select(answer => answer.Code).ShouldBe(messages.Select(message => !IsAdt(message) ? "AR" : IsUsed(message) ? "AE" : "AA"));
        hospital.Journal.Facts.ShouldBeEmpty();
        hospital.Journal.Quarantined.Count(seen => seen.Outcome.Rejections.Any(why => why.Field == "PID-3:NNBEL, PID-19")).ShouldBe(messages.Count(IsUsed));
        hospital.Journal.Quarantined.Count(seen => seen.Outcome.Rejections.Any(why => why.Field == "MSH-9")).ShouldBe(messages.Count(message => !IsAdt(message)));
    }

    [Fact]
    public async Task With_an_identifier_added_each_becomes_what_MSH_9_says()
    {
        var messages = Messages();
        var hospital = new Support.Hospital();
        var answers = await SendAsync(hospital, messages.Select(Identified));
        answers.Count(answer => answer.Code == "AA").ShouldBe(messages.Count(IsAdt));
        answers.Count(answer => answer.Code == "AR").ShouldBe(messages.Count(message => !IsAdt(message)));
        int Of(string type) => messages.Count(message => TypeOf(message) == type);
        hospital.Journal.Facts.OfType<HospitalAdmitted>().Count().ShouldBe(Of("ADT^A01"));
        hospital.Journal.Facts.OfType<HospitalDischarged>().Count().ShouldBe(Of("ADT^A03"));
        var stored = hospital.Journal.Seen.Where(seen => seen.Outcome.Kind == RecordOutcomeKind.Accepted).ToList();
        stored.Count(seen => hospital.Normaliser.Normalise(seen.Record).Facts.Count == 0).ShouldBe(Of("ADT^A11") + Of("ADT^A13"));
        stored.Count.ShouldBe(messages.Count(IsUsed));
    }

    [Fact]
    public async Task On_one_visit_the_cancellations_leave_nothing()
    {
        var hospital = new Support.Hospital();
        await SendAsync(hospital, Messages().Where(message => TypeOf(message) is "ADT^A03" or "ADT^A13").Select(message => Identified(message, 1)));
        hospital.Journal.Facts.ShouldBeEmpty();
    }
}
