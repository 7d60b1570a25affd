using System.Runtime.InteropServices;
using System.Runtime.Serialization;
using System.Text;
using System.Text.Json;
using IntegrationHub.Contracts;
using IntegrationHub.Host.Bus;
using IntegrationHub.Storage.Journal;
using MassTransit;

namespace IntegrationHub.Host.Tests.Bus;

public class AFactBatch
{
    private static readonly CitizenRef Ann = CitizenRef.New();
    private static readonly CitizenRef Bram = CitizenRef.New();
    private static readonly JournalBatch Batch = new(42, "magda", "employment-ended", [Fact(Ann, "a/end"), Fact(Bram, "b/end"), Fact(Ann, "c/end")]);

    [Fact]
    public void Has_names_on_the_wire_that_never_change()
    {
        MessageUrn.ForTypeString<FactBatch>().ShouldBe("integrationhub:fact-batch");
        typeof(FactBatch).GetCustomAttributes(typeof(EntityNameAttribute), false).Cast<EntityNameAttribute>().ShouldHaveSingleItem().EntityName.ShouldBe("integrationhub.facts");
        BusTopology.DetectorQueue.ShouldBe("integrationhub.detector");
        CloudEventsBatch.ContentType.ShouldBe("application/cloudevents-batch+json");
    }

    [Fact]
    public void Is_written_as_CloudEvents()
    {
        using var json = JsonDocument.Parse(CloudEventsBatch.Write(Batch));

        json.RootElement.GetArrayLength().ShouldBe(3);
        var second = json.RootElement[1];
        second.GetProperty("specversion").GetString().ShouldBe("1.0");
        second.GetProperty("id").GetString().ShouldBe("42/1");
        second.GetProperty("source").GetString().ShouldBe("/sources/magda");
        second.GetProperty("type").GetString().ShouldBe("be.integrationhub.employment-ended.v1");
        second.GetProperty("subject").GetString().ShouldBe(Bram.ToString());
        second.GetProperty("data").GetProperty("factKey").GetString().ShouldBe("b/end");
    }

    [Fact]
    public void Has_exactly_this_body()
    {
        var ann = CitizenRef.Parse("2b7e1516-28ae-4d2a-a6ab-f7158809cf4f");
        var bram = CitizenRef.Parse("9f0a3c52-7d0e-4d0b-9a59-0c2f6d1b7a01");

        var body = Encoding.UTF8.GetString(CloudEventsBatch.Write(new JournalBatch(42, "magda", "person-changed", [Raw(ann), Raw(bram)])).Span);

        body.ShouldBe(
            """
            [{"specversion":"1.0","type":"be.integrationhub.person-changed.v1","source":"/sources/magda","datacontenttype":"application/json","id":"42/0","subject":"2b7e1516-28ae-4d2a-a6ab-f7158809cf4f","data":{"sex":"2","citizen":"2b7e1516-28ae-4d2a-a6ab-f7158809cf4f"}},{"specversion":"1.0","type":"be.integrationhub.person-changed.v1","source":"/sources/magda","datacontenttype":"application/json","id":"42/1","subject":"9f0a3c52-7d0e-4d0b-9a59-0c2f6d1b7a01","data":{"sex":"2","citizen":"9f0a3c52-7d0e-4d0b-9a59-0c2f6d1b7a01"}}]
            """);

        static ReadOnlyMemory<byte> Raw(CitizenRef citizen) => Encoding.UTF8.GetBytes($"{{\"sex\":\"2\",\"citizen\":\"{citizen}\"}}");
    }

    [Fact]
    public void Is_read_back_as_far_as_the_detector_needs()
    {
        var read = CloudEventsBatch.Read(CloudEventsBatch.Write(Batch));

        (read.Id, read.Source, read.Contract).ShouldBe((42, "magda", "employment-ended"));
        CloudEventsBatch.CitizensOf(read).ShouldBe([Ann, Bram], ignoreOrder: true);
        CloudEventsBatch.CountOf(read).ShouldBe(3);
    }

    [Fact]
    public void Goes_on_its_way_without_being_copied()
    {
        var body = CloudEventsBatch.Write(Batch with { Facts = [.. Enumerable.Range(0, 250).Select(i => Fact(Ann, $"{i}/end"))] });

        MemoryMarshal.TryGetArray(body, out var array).ShouldBeTrue();
        array.Array!.Length.ShouldBe(body.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[{\"id\":\"x\",\"type\":\"t\",\"source\":\"s\"}]")]
    [InlineData("[{\"id\":\"1/0\",\"type\":\"be.integrationhub.a.v1\",\"source\":\"/elsewhere\"}")]
    public void That_somebody_else_wrote_is_refused(string body) => Should.Throw<SerializationException>(() => CloudEventsBatch.Read(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void Shows_no_facts_in_a_log() => CloudEventsBatch.Read(CloudEventsBatch.Write(Batch)).ToString().ShouldBe("FactBatch(42, employment-ended of magda)");

    private static ReadOnlyMemory<byte> Fact(CitizenRef citizen, string key) => FactContract.Serialize(new EmploymentEnded
    {
        Citizen = citizen, Source = "magda", RecordId = "r", FactKey = key, Revision = 1, Employment = key, EndedOn = new DateOnly(2026, 11, 18), OccurredAt = BelgianTime.StartOf(new DateOnly(2026, 11, 18)),
    });
}
