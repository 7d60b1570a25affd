using System.Text;
using IntegrationHub.Contracts;
using IntegrationHub.Host.Bus;
using IntegrationHub.Storage.Events;
using MassTransit;

namespace IntegrationHub.Host.Tests.Bus;

public class AnEventMessage
{
    [Fact]
    public void Has_names_on_the_wire_that_never_change()
    {
        MessageUrn.ForTypeString<EventMessage>().ShouldBe("integrationhub:event-batch");
        typeof(EventMessage).GetCustomAttributes(typeof(EntityNameAttribute), false).Cast<EntityNameAttribute>().ShouldHaveSingleItem().EntityName.ShouldBe("integrationhub.events");
    }

    [Fact]
    public void Is_written_as_CloudEvents_of_the_hub()
    {
        var citizen = CitizenRef.Parse("2b7e1516-28ae-4d2a-a6ab-f7158809cf4f");
        var withdrawn = EventContract.Serialize(new ScharniermomentWithdrawn
        {
            Moment = Guid.Parse("5f0a3c52-7d0e-4d0b-9a59-0c2f6d1b7a01"), Code = "ontslag", Citizen = citizen, WithdrawnAt = new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero),
        });

        var body = Encoding.UTF8.GetString(CloudEventsBatch.Write(new EventBatch(7, "scharniermoment-withdrawn", "ontslag", [withdrawn])).Span);

        body.ShouldBe(
            """
            [{"specversion":"1.0","type":"be.integrationhub.scharniermoment-withdrawn.v1","source":"/hub","datacontenttype":"application/json","id":"7/0","subject":"2b7e1516-28ae-4d2a-a6ab-f7158809cf4f","data":{"moment":"5f0a3c52-7d0e-4d0b-9a59-0c2f6d1b7a01","code":"ontslag","citizen":"2b7e1516-28ae-4d2a-a6ab-f7158809cf4f","withdrawnAt":"2026-11-20T08:00:00+00:00"}}]
            """);
    }

    [Fact]
    public void Shows_no_content_in_a_log() => new EventMessage(7, "signal-issued", "ontslag", default).ToString().ShouldBe("EventMessage(7, signal-issued of ontslag)");
}
