using System.Net;
using IntegrationHub.Adapters.Hospital.Mllp;
using IntegrationHub.Connections;

namespace IntegrationHub.Adapters.Hospital.Tests.Mllp;

public class MllpPlacesTests
{
    private readonly MllpPlaces places = new(ofAll: 3, ofOneAddress: 2);

    [Fact]
    public void One_address_leaves_room_for_the_others()
    {
        Enter("10.0.0.1", isProven: true);
        Enter("10.0.0.1", isProven: true);
        Enter("10.0.0.1").Refusal.ShouldNotBeNull().ShouldContain("mllp.maxPerAddress");

        Enter("10.0.0.2").ShouldBe((null, null));
    }

    [Fact]
    public void The_oldest_that_proved_nothing_goes_first_among_those_of_its_own_address()
    {
        Enter("10.0.0.2");
        var proven = Taken("10.0.0.1", isProven: true);
        var waiting = Taken("10.0.0.1");

        Enter("10.0.0.1").Lost.ShouldBe(waiting);

        proven.IsProven.ShouldBeTrue();
        places.Count.ShouldBe(3);
    }

    [Fact]
    public void When_all_are_taken_the_oldest_that_proved_nothing_goes_and_never_one_that_did()
    {
        Enter("10.0.0.1", isProven: true);
        var waiting = Taken("10.0.0.2");
        Enter("10.0.0.3", isProven: true);

        var next = Taken("10.0.0.4", isProven: true, expected: waiting);

        Enter("10.0.0.5").Refusal.ShouldNotBeNull().ShouldContain("mllp.maxConnections");
        places.Leave(next);
        Enter("10.0.0.5").ShouldBe((null, null));
    }

    [Theory]
    [InlineData("::ffff:10.1.2.3", "10.1.2.3")]
    [InlineData("fd00:1:2:3:4:5:6:7", "fd00:1:2:3::")]
    public void A_machine_counts_once(string address, string counted) => CountedAddress.Of(IPAddress.Parse(address)).ShouldBe(IPAddress.Parse(counted));

    private MllpPlace Taken(string address, bool isProven = false, MllpPlace? expected = null)
    {
        var place = new MllpPlace(IPAddress.Parse(address), TestContext.Current.CancellationToken);
        places.Enter(place).ShouldBe((expected, null));
        if (isProven)
            place.Prove();
        return place;
    }

    private (MllpPlace? Lost, string? Refusal) Enter(string address, bool isProven = false)
    {
        var place = new MllpPlace(IPAddress.Parse(address), TestContext.Current.CancellationToken);
        if (isProven)
            place.Prove();
        return places.Enter(place);
    }
}
