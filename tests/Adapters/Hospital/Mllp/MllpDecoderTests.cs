using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Adapters.Hospital.Mllp;

namespace IntegrationHub.Adapters.Hospital.Tests.Mllp;

public class MllpDecoderTests
{
    private static List<byte[]> Decode(IEnumerable<byte[]> packets, long maxBytes = 1000)
    {
        var decoder = new MllpDecoder(maxBytes);
        var frames = new List<byte[]>();
        foreach (var packet in packets)
        {
            decoder.Append(packet);
            while (decoder.TryTake(out var frame))
                frames.Add(frame.Content.ToArray());
        }

        return frames;
    }

    [Fact]
    public void Any_split_of_the_bytes_gives_the_same_messages()
    {
        // Blocks and carriage returns come up often, so that they end up on both sides of a cut.
        var bytes = Gen.Frequency((3, Gen.Elements<byte>(0x0B, 0x1C, 0x0D)), (5, Gen.Choose(0, 255).Select(number => (byte)number))).ArrayOf().ToArbitrary();
        Prop.ForAll(bytes, ArbMap.Default.ArbFor<PositiveInt[]>(), (stream, sizes) =>
        {
            var packets = new List<byte[]>();
            var rest = stream.AsSpan();
            foreach (var size in sizes)
            {
                var take = Math.Min(size.Get, rest.Length);
                packets.Add(rest[..take].ToArray());
                rest = rest[take..];
            }

            packets.Add(rest.ToArray());
            return Decode(packets).Select(Convert.ToHexString).SequenceEqual(Decode([stream]).Select(Convert.ToHexString));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Whatever_a_message_holds_comes_out_as_it_went_in()
    {
        var content = Gen.Choose(0, 255).Where(number => number is not (0x0B or 0x0D)).Select(number => (byte)number).ArrayOf().ToArbitrary();
        Prop.ForAll(content, message => Decode([[0x0B, .. message, 0x1C, 0x0D]]).Single().SequenceEqual(message)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void An_end_block_without_a_carriage_return_is_part_of_the_message() =>
        Decode([[0x0B, 1, 0x1C, 2, 0x1C, 0x1C, 0x0D]]).ShouldHaveSingleItem().ShouldBe([1, 0x1C, 2, 0x1C]);

    [Fact]
    public void A_start_block_within_a_frame_begins_anew_and_never_joins_two_messages() =>
        Decode([[0x0B, 1, 2, 0x0B, 3, 0x1C, 0x0D]]).ShouldHaveSingleItem().ShouldBe([3]);

    [Fact]
    public void What_stands_between_frames_is_skipped_up_to_a_bound()
    {
        Decode([[10, 13, 0x0B, 1, 0x1C, 0x0D, 10, 0x0B, 2, 0x1C, 0x0D]]).Count.ShouldBe(2);
        var decoder = new MllpDecoder(1000);
        decoder.Append(new byte[MllpDecoder.MaxGarbage]);
        decoder.Broken.ShouldBeNull();
        decoder.Append([1]);
        decoder.Broken.ShouldNotBeNull().ShouldContain("outside a frame");
    }

    [Fact]
    public void A_message_over_the_limit_is_counted_and_not_kept()
    {
        var decoder = new MllpDecoder(10);
        decoder.Append([0x0B, .. new byte[100], 0x1C, 0x0D, 0x0B, 1, 0x1C, 0x0D]);
        decoder.TryTake(out var large).ShouldBeTrue();
        (large!.IsTooLarge, large.Length).ShouldBe((true, 100));
        decoder.TryTake(out var next).ShouldBeTrue();
        next!.IsTooLarge.ShouldBeFalse();
    }

    [Fact]
    public void A_message_without_end_is_given_up()
    {
        var decoder = new MllpDecoder(10);
        decoder.Append([0x0B, .. new byte[1000]]);
        decoder.Broken.ShouldNotBeNull().ShouldContain("at most 10");
    }
}
